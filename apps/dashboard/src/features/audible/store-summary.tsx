import { Badge, Text, Title } from '@mantine/core';
import type { AudibleAccount, AudibleStore } from '@octavo/contracts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { exactly } from '../../ui/dates.js';
import { Moment } from '../../ui/moment.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { TextLink } from '../../ui/text-link.js';
import { Upcoming } from '../../ui/upcoming.js';
import classes from './account-panel.module.css';
import { signInNeedOf } from './account-words.js';
import { lookProgress } from './look-words.js';
import { countryName } from './marketplaces.js';
import { StoreSyncRemarks } from './store-sync-remarks.js';
import { bookCountWords, storeStanding, verdictOf } from './store-words.js';

interface StoreSummaryProps {
  account: AudibleAccount;
  store: AudibleStore;
}

/** One marketplace of an account: whether all of it is here, what is being done, what changed, and when it is asked again. */
export function StoreSummary({ account, store }: StoreSummaryProps) {
  const { country, waitsUntil, sync } = store;
  const { label, color } = storeStanding(account.state, store);
  // That the account is shut out stands above its stores; here, how much of them was there until then.
  const judged = signInNeedOf(account) ? { ...store, lastSyncStatus: null } : store;
  return (
    <li className={classes.store} data-testid="audible-store" data-store-id={store.id}>
      <div className={classes.title}>
        <Title order={3} size="h5">
          {countryName(country)}
        </Title>
        <Badge variant="light" color={color} size="sm" tt="none" ff="text" data-testid="standing">
          {label}
        </Badge>
      </div>
      <Judgement store={judged} />
      {sync?.state === 'RUNNING' && <Progress name={`${account.name}, ${countryName(country)}`} tally={sync.tally} />}
      {waitsUntil !== null && (
        <Text size="sm">Audible wants to be left alone until {exactly(waitsUntil)}. The sync goes on then.</Text>
      )}
      <StoreFacts account={account} store={store} />
      {sync !== null && <StoreSyncRemarks place={{ accountId: account.id, storeId: store.id }} sync={sync} />}
    </li>
  );
}

function Judgement({ store }: { store: AudibleStore }) {
  const verdict = verdictOf(store);
  if (!verdict) return null;
  const { words, verifiedAt, inDoubt } = verdict;
  const Icon = inDoubt ? IconAlertTriangle : IconCircleCheck;
  return (
    <Text component="div" fw={550} className={`number ${classes.verdict}`} data-testid="verdict">
      <Icon
        size={18}
        aria-hidden="true"
        color={inDoubt ? 'var(--mantine-color-orange-outline)' : 'var(--mantine-color-green-light-color)'}
      />
      <span>
        {words}
        {verifiedAt !== undefined && (
          <>
            , <Moment at={verifiedAt} />
          </>
        )}
        {inDoubt && store.verifiedAt !== null && (
          <Text component="span" inherit c="dimmed" fw={400}>
            {' '}
            All of it was last seen <Moment at={store.verifiedAt} />.
          </Text>
        )}
      </span>
    </Text>
  );
}

function Progress({ name, tally }: { name: string; tally: NonNullable<AudibleStore['sync']>['tally'] }) {
  const { percent, words } = lookProgress(tally);
  return (
    <div data-testid="audible-progress">
      <ProgressBar label={`Syncing ${name}`} percent={percent} size="sm" mt={6} mb={4} />
      <Text size="sm" className="number">
        {words}
      </Text>
    </div>
  );
}

function StoreFacts({ account, store }: StoreSummaryProps) {
  const { lastSyncAt, nextSyncAt, sync } = store;
  const isAsked = signInNeedOf(account) === undefined;
  return (
    <Text size="sm" c="dimmed" className="number">
      {bookCountWords(store)} ·{' '}
      {lastSyncAt === null ? (
        'never synced'
      ) : (
        <>
          synced <Moment at={lastSyncAt} />
        </>
      )}
      {isAsked && nextSyncAt !== null && sync?.state !== 'RUNNING' && (
        <>
          , next <Upcoming at={nextSyncAt} />
        </>
      )}
      {' · '}
      <TextLink
        to="/audible/$accountId/stores/$storeId/syncs"
        params={{ accountId: account.id, storeId: store.id }}
        inherit
      >
        earlier syncs
      </TextLink>
    </Text>
  );
}
