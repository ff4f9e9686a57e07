import { Button, Stack, Text, Title } from '@mantine/core';
import type { AudibleAccount } from '@octavo/contracts';
import { IconRefresh } from '@tabler/icons-react';
import headClasses from '../libraries/library-panel.module.css';
import { AccountMenu } from './account-menu.js';
import classes from './account-panel.module.css';
import { AccountTrouble } from './account-trouble.js';
import { signInNeedOf } from './account-words.js';
import { useSyncAccount } from './audible-changes.js';
import { countryName } from './marketplaces.js';
import { StoreSummary } from './store-summary.js';

/** One account: what it is called, what keeps it from being synced, its stores, and what can be done with it. */
export function AccountPanel({ account }: { account: AudibleAccount }) {
  const { id, name, country, isImported, stores } = account;
  return (
    <li className="panel" data-testid="audible-account" data-account-id={id}>
      <Stack gap="sm">
        <div className={headClasses.head}>
          <div className={headClasses.name}>
            <Title order={2} size="h4" className="unbroken">
              {name}
            </Title>
            <Text size="sm" c="dimmed">
              Registered: {countryName(country)}
              {isImported && ' · imported, shares its device with another program'}
            </Text>
          </div>
          <div className={headClasses.actions}>
            <SyncButton account={account} />
            <AccountMenu account={account} />
          </div>
        </div>
        <AccountTrouble account={account} />
        {stores.length > 0 && (
          <ul className={`quiet-list ${classes.stores}`}>
            {stores.map((store) => (
              <StoreSummary key={store.id} account={account} store={store} />
            ))}
          </ul>
        )}
      </Stack>
    </li>
  );
}

function SyncButton({ account }: { account: AudibleAccount }) {
  const { id, name, stores } = account;
  const sync = useSyncAccount(id);
  if (signInNeedOf(account) || stores.length === 0) return null;
  return (
    <Button
      variant="light"
      size="xs"
      leftSection={<IconRefresh size={16} />}
      aria-label={`Sync ${name} now`}
      disabled={stores.every((store) => store.sync?.state === 'RUNNING')}
      loading={sync.isPending}
      onClick={() => sync.mutate(false)}
    >
      Sync now
    </Button>
  );
}
