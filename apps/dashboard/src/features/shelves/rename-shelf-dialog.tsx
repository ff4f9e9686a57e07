import { TextInput } from '@mantine/core';
import { NewShelf, type Shelf } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useRenameShelf } from './shelf-changes.js';

/** Another name for a shelf, and for the collection on each Kobo. */
export function RenameShelfDialog({ shelf, onClose }: { shelf: Shelf; onClose: () => void }) {
  const rename = useRenameShelf(shelf.id, onClose);
  const { onSubmit, field, general } = useContractForm(NewShelf, rename);
  return (
    <Dialog onClose={onClose} title={`Rename ${shelf.name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Rename" isPending={rename.isPending}>
        <TextInput
          {...field('name')}
          label="Name"
          description="The collection on each Kobo is renamed at its next sync."
          defaultValue={shelf.name}
          autoComplete="off"
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
