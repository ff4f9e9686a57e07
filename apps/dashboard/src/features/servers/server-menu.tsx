import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { WebdavConnection } from '@octavo/contracts';
import { IconPencil, IconPlugX } from '@tabler/icons-react';
import { ChangeMenu, MENU_ICON, PauseItem } from '../../ui/change-menu.js';
import { EditServerDialog } from './edit-server-dialog.js';
import { RemoveServerDialog } from './remove-server-dialog.js';
import { useChangeServer } from './server-changes.js';

/** What can be changed about a connected server. */
export function ServerMenu({ server }: { server: WebdavConnection }) {
  const { id, name, paused } = server;
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const change = useChangeServer(id, paused ? 'Synced again from now on' : 'Paused');
  return (
    <>
      <ChangeMenu name={name} pending={change.isPending}>
        <Menu.Item leftSection={<IconPencil {...MENU_ICON} />} onClick={edit.open}>
          Edit
        </Menu.Item>
        <PauseItem paused={paused} onChange={(now) => change.mutate({ paused: now })} />
        <Menu.Item color="red" leftSection={<IconPlugX {...MENU_ICON} />} onClick={remove.open}>
          Remove
        </Menu.Item>
      </ChangeMenu>
      {editing && <EditServerDialog server={server} onClose={edit.close} />}
      {removing && <RemoveServerDialog server={server} onClose={remove.close} />}
    </>
  );
}
