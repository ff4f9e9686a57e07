import type { Shelf } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRemoveShelf } from './shelf-changes.js';

interface RemoveShelfDialogProps {
  shelf: Shelf;
  onClose: () => void;
  /** After it was done. */
  onRemoved?: (() => void) | undefined;
}

/** Asks before a shelf goes; its books do not. */
export function RemoveShelfDialog({ shelf: { id, name }, onClose, onRemoved }: RemoveShelfDialogProps) {
  const remove = useRemoveShelf(id, onRemoved ?? onClose);
  return (
    <ConfirmDialog
      title={`Delete the shelf ${name}?`}
      confirm="Delete the shelf"
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Its books stay in the library with everything known about them. The collection goes from each Kobo at its next
      sync, and from a device that gets only chosen shelves so do the books that stand on no other of them.
    </ConfirmDialog>
  );
}
