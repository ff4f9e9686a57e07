import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Library } from '@octavo/contracts';
import {
  IconDots,
  IconFolderMinus,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconWriting,
  IconWritingOff,
} from '@tabler/icons-react';
import { useChangeLibrary } from './library-changes.js';
import { RemoveLibraryDialog } from './remove-library-dialog.js';
import { RenameLibraryDialog } from './rename-library-dialog.js';
import { WriteMetadataQuestion } from './write-metadata-question.js';

const ICON = { size: 18, stroke: 1.6 };

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
          <Menu.Item
            leftSection={writeMetadata ? <IconWritingOff {...ICON} /> : <IconWriting {...ICON} />}
            onClick={() => (writeMetadata ? stopWriting.mutate({ writeMetadata: false }) : question.open())}
          >
            {writeMetadata ? 'Stop writing into files' : 'Write metadata into files…'}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconFolderMinus {...ICON} />} onClick={remove.open}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameLibraryDialog library={library} onClose={rename.close} />}
      {asking && <WriteMetadataQuestion library={library} onClose={question.close} />}
      {removing && <RemoveLibraryDialog library={library} onClose={remove.close} />}
    </>
  );
}
