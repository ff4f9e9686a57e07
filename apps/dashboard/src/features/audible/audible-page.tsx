import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { SourceTabs } from '../frame/source-tabs.js';
import { AccountPanel } from './account-panel.js';
import { accountsQuery } from './audible.queries.js';
import { ConnectDialog } from './connect-dialog.js';
import { NoAccounts } from './no-accounts.js';
import { SeriesLink } from './series-link.js';
import { SignInAgainDialog } from './sign-in-again-dialog.js';

/** The accounts at Audible of whoever is signed in, how their syncs go, and the way to connect one. */
export function AudiblePage() {
  const accounts = useQuery(accountsQuery);
  const [connecting, dialog] = useDisclosure(false);
  const isEmpty = accounts.data?.items.length === 0;
  const connect = (
    <Button leftSection={<IconPlus size={18} />} onClick={dialog.open} data-testid="connect-audible">
      Connect an account
    </Button>
  );
  return (
    <Page title="Audible" actions={!isEmpty && connect}>
      <SourceTabs />
      <WhenLoaded query={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <NoAccounts>{connect}</NoAccounts>
          ) : (
            <>
              <Stack component="ul" gap="sm" className="quiet-list">
                {items.map((account) => (
                  <AccountPanel key={account.id} account={account} />
                ))}
              </Stack>
              <SeriesLink />
            </>
          )
        }
      </WhenLoaded>
      {connecting && <ConnectDialog onClose={dialog.close} />}
      <AskedToSignIn />
    </Page>
  );
}

/** The dialog for the account that a link elsewhere led here for. */
function AskedToSignIn() {
  const { signIn } = useSearch({ from: '/signed-in/audible' });
  const navigate = useNavigate();
  const account = useQuery(accountsQuery).data?.items.find(({ id }) => id === signIn);
  if (!account) return null;
  const close = () => void navigate({ to: '/audible', search: {}, replace: true });
  return <SignInAgainDialog account={account} onClose={close} />;
}
