import type { Library } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useChangeLibrary } from './library-changes.js';

/** Asks before a server changes what is in somebody's files. */
export function WriteMetadataQuestion({ library, onClose }: { library: Library; onClose: () => void }) {
  const change = useChangeLibrary(library.id, 'What is known of books is written into their files from now on');
  return (
    <ConfirmDialog
      title={`Write metadata into the files of “${library.name}”?`}
      confirm="Write into the files"
      pending={change.isPending}
      onConfirm={() => change.mutate({ writeMetadata: true }, { onSettled: onClose })}
      onClose={onClose}
    >
      Titles, people, series, covers and the rest, as they are here, are written into EPUBs and comics (CBZ), now and
      whenever they change. Pages stay as they are, and devices fetch nothing again. Each file is replaced only once its
      new copy was read back. What a file said before is remembered here; in the file itself it is overwritten.
    </ConfirmDialog>
  );
}
