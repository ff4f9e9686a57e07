import { TextInput } from '@mantine/core';
import { type Library, LibraryChange } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useChangeLibrary } from './library-changes.js';

interface RenameLibraryDialogProps {
  library: Library;
  onClose: () => void;
}

/** Another name for a watched folder, here only: on the disk it stays what it is. */
export function RenameLibraryDialog({ library, onClose }: RenameLibraryDialogProps) {
  const rename = useChangeLibrary(library.id, 'Renamed', onClose);
  const { onSubmit, field, general } = useContractForm(LibraryChange, rename);
  return (
    <Dialog onClose={onClose} title={`Rename ${library.name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Rename" isPending={rename.isPending}>
        <TextInput
          {...field('name')}
          label="Name"
          description="On the disk the folder keeps its own name."
          defaultValue={library.name}
          autoComplete="off"
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
