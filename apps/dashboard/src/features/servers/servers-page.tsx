import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { SourceTabs } from '../frame/source-tabs.js';
import { ConnectDialog } from './connect-dialog.js';
import { NoServers } from './no-servers.js';
import { ServerPanel } from './server-panel.js';
import { serversQuery } from './servers.queries.js';

/** The libraries of this account that lie on WebDAV servers, how their syncs go, and the way to connect one. */
export function ServersPage() {
  const servers = useQuery(serversQuery);
  const [connecting, dialog] = useDisclosure(false);
  const isEmpty = servers.data?.items.length === 0;
  const connect = (
    <Button leftSection={<IconPlus size={18} />} onClick={dialog.open} data-testid="connect-server">
      Connect a server
    </Button>
  );
  return (
    <Page title="Servers" actions={!isEmpty && connect}>
      <SourceTabs />
      <WhenLoaded query={servers}>
        {({ items }) =>
          items.length === 0 ? (
            <NoServers>{connect}</NoServers>
          ) : (
            <Stack component="ul" gap="sm" className="quiet-list">
              {items.map((server) => (
                <ServerPanel key={server.id} server={server} />
              ))}
            </Stack>
          )
        }
      </WhenLoaded>
      {connecting && <ConnectDialog onClose={dialog.close} />}
    </Page>
  );
}
