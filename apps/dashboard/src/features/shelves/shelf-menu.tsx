import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Shelf } from '@octavo/contracts';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { RemoveShelfDialog } from './remove-shelf-dialog.js';
import { RenameShelfDialog } from './rename-shelf-dialog.js';

const ICON = { size: 18, stroke: 1.6 };

interface ShelfMenuProps {
  shelf: Shelf;
  onRemoved?: () => void;
}

/** What can be done with a shelf as a whole. */
export function ShelfMenu({ shelf, onRemoved }: ShelfMenuProps) {
  const [renaming, rename] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Change ${shelf.name}`}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={rename.open}>
            Rename
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash {...ICON} />} onClick={remove.open}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameShelfDialog shelf={shelf} onClose={rename.close} />}
      {removing && <RemoveShelfDialog shelf={shelf} onClose={remove.close} onRemoved={onRemoved} />}
    </>
  );
}
