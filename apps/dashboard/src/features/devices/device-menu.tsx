import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Device } from '@octavo/contracts';
import { IconDots, IconPencil, IconRefresh, IconUnlink } from '@tabler/icons-react';
import { RenameDialog } from './rename-dialog.js';
import { ResyncDialog } from './resync-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';

const ICON = { size: 18, stroke: 1.6 };

interface DeviceMenuProps {
  device: Device;
  onRevoked?: () => void;
}

/** What can be done with a device as a whole. */
export function DeviceMenu({ device, onRevoked }: DeviceMenuProps) {
  const [renaming, rename] = useDisclosure(false);
  const [sending, resync] = useDisclosure(false);
  const [revoking, revoke] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Change ${device.name}`}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={rename.open}>
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh {...ICON} />} onClick={resync.open}>
            Send everything again
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconUnlink {...ICON} />} onClick={revoke.open}>
            Revoke
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameDialog device={device} onClose={rename.close} />}
      {sending && <ResyncDialog device={device} onClose={resync.close} />}
      {revoking && <RevokeDialog device={device} onClose={revoke.close} onRevoked={onRevoked} />}
    </>
  );
}
