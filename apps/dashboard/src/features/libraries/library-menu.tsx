import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Library } from '@octavo/contracts';
import { IconDots, IconFolderMinus, IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useChangeLibrary } from './library-changes.js';
import { RemoveLibraryDialog } from './remove-library-dialog.js';
import { RenameLibraryDialog } from './rename-library-dialog.js';

const ICON = { size: 18, stroke: 1.6 };

/** What can be changed about a watched folder. */
export function LibraryMenu({ library }: { library: Library }) {
  const { id, name, paused } = library;
  const [renaming, rename] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const change = useChangeLibrary(id, paused ? 'Watched again' : 'Paused');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Change ${name}`} loading={change.isPending}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={paused ? <IconPlayerPlay {...ICON} /> : <IconPlayerPause {...ICON} />}
            onClick={() => change.mutate({ paused: !paused })}
          >
            {paused ? 'Resume' : 'Pause'}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={rename.open}>
            Rename
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconFolderMinus {...ICON} />} onClick={remove.open}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameLibraryDialog library={library} onClose={rename.close} />}
      {removing && <RemoveLibraryDialog library={library} onClose={remove.close} />}
    </>
  );
}
