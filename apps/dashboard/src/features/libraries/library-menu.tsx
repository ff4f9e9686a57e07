import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Library } from '@octavo/contracts';
import { IconFolderMinus, IconPencil, IconWriting, IconWritingOff } from '@tabler/icons-react';
import { ChangeMenu, MENU_ICON, PauseItem } from '../../ui/change-menu.js';
import { useChangeLibrary } from './library-changes.js';
import { RemoveLibraryDialog } from './remove-library-dialog.js';
import { RenameLibraryDialog } from './rename-library-dialog.js';
import { WriteMetadataQuestion } from './write-metadata-question.js';

/** What can be changed about a watched folder. */
export function LibraryMenu({ library }: { library: Library }) {
  const { id, name, paused, writeMetadata } = library;
  const [renaming, rename] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const [asking, question] = useDisclosure(false);
  const stopWriting = useChangeLibrary(id, 'Files stay as they are from now on');
  const change = useChangeLibrary(id, paused ? 'Watched again' : 'Paused');
  return (
    <>
      <ChangeMenu name={name} pending={change.isPending}>
        <PauseItem paused={paused} onChange={(now) => change.mutate({ paused: now })} />
        <Menu.Item leftSection={<IconPencil {...MENU_ICON} />} onClick={rename.open}>
          Rename
        </Menu.Item>
        <Menu.Item
          leftSection={writeMetadata ? <IconWritingOff {...MENU_ICON} /> : <IconWriting {...MENU_ICON} />}
          onClick={() => (writeMetadata ? stopWriting.mutate({ writeMetadata: false }) : question.open())}
        >
          {writeMetadata ? 'Stop writing into files' : 'Write metadata into files…'}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconFolderMinus {...MENU_ICON} />} onClick={remove.open}>
          Remove
        </Menu.Item>
      </ChangeMenu>
      {renaming && <RenameLibraryDialog library={library} onClose={rename.close} />}
      {asking && <WriteMetadataQuestion library={library} onClose={question.close} />}
      {removing && <RemoveLibraryDialog library={library} onClose={remove.close} />}
    </>
  );
}
