import { Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRemoveLibrary } from './library-changes.js';
import { booksLeave } from './library-words.js';

interface RemoveLibraryDialogProps {
  library: Library;
  onClose: () => void;
}

/** Asks before a folder is no longer watched and its books leave the list. */
export function RemoveLibraryDialog({ library: { id, name, bookCount }, onClose }: RemoveLibraryDialogProps) {
  const remove = useRemoveLibrary(id, onClose);
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirm="Remove"
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      The files stay where they are; none is touched. {booksLeave(bookCount, 'folder')}
      When the folder is added again, they come back with their reading places.
      <Text component="span" inherit display="block" mt="sm" c="dimmed">
        A folder that is named in LIBRARY_DIRS is added again at the next start of the server; pause it instead.
      </Text>
    </ConfirmDialog>
  );
}
