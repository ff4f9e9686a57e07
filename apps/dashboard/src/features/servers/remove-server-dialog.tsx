import type { WebdavConnection } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { booksLeave } from '../libraries/library-words.js';
import { useRemoveServer } from './server-changes.js';

interface RemoveServerDialogProps {
  server: WebdavConnection;
  onClose: () => void;
}

/** Asks before a server is no longer connected and its books leave the list. */
export function RemoveServerDialog({ server: { id, name, bookCount }, onClose }: RemoveServerDialogProps) {
  const remove = useRemoveServer(id, onClose);
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirm="Remove"
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      The files on the server stay where they are; none is touched. {booksLeave(bookCount, 'library')}
      Your edits and reading places are kept: they are there again when you connect the same address with the same user
      name. The password is forgotten.
    </ConfirmDialog>
  );
}
