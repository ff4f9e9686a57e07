import { TextInput } from '@mantine/core';
import { NewShelf } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useAddShelf } from './shelf-changes.js';

interface NewShelfDialogProps {
  /** A book that is to stand on it at once. */
  bookId?: string;
  onClose: () => void;
}

/** Asks what a new shelf is called. */
export function NewShelfDialog({ bookId, onClose }: NewShelfDialogProps) {
  const add = useAddShelf(bookId, onClose);
  const { onSubmit, field, general } = useContractForm(NewShelf, add);
  return (
    <Dialog onClose={onClose} title="New shelf">
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Make it" isPending={add.isPending}>
        <TextInput {...field('name')} label="Name" placeholder="To read" autoComplete="off" data-autofocus />
      </DialogForm>
    </Dialog>
  );
}
