import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { WebdavConnection } from '@octavo/contracts';
import { IconPlugX } from '@tabler/icons-react';
import { Upcoming } from '../../ui/upcoming.js';
import { EditServerDialog } from './edit-server-dialog.js';
import { troubleOf } from './server-words.js';

/** What keeps a server from being synced, and what can be done about it; nothing while all is well. */
export function ServerTrouble({ server }: { server: WebdavConnection }) {
  const [editing, edit] = useDisclosure(false);
  const trouble = troubleOf(server);
  if (!trouble) return null;
  const { title, detail, aboutPassword, triesAgain } = trouble;
  return (
    <Alert color="orange" icon={<IconPlugX />} title={title} p="sm" data-testid="trouble">
      <Stack gap="sm" align="flex-start">
        <Text size="sm" className="unbroken">
          {detail} Its books stay in the list, and nothing is deleted.
          {triesAgain && server.nextSyncAt !== null && (
            <>
              {' '}
              The next try is <Upcoming at={server.nextSyncAt} />.
            </>
          )}
        </Text>
        {aboutPassword && (
          <Button size="xs" variant="default" onClick={edit.open}>
            Change the password
          </Button>
        )}
      </Stack>
      {editing && <EditServerDialog server={server} onClose={edit.close} />}
    </Alert>
  );
}
