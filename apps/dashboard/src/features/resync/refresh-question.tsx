import { ConfirmDialog } from '../../ui/confirm-dialog.js';

interface RefreshQuestionProps {
  /** What is refreshed: "Emma", or the name of a file. */
  name: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what people wrote gives way to what files say. */
export function RefreshQuestion({ name, pending, onConfirm, onClose }: RefreshQuestionProps) {
  return (
    <ConfirmDialog
      title={`Refresh all metadata of “${name}”?`}
      confirm="Refresh"
      pending={pending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      Everything that is not locked will be as the file says, also what you or a provider wrote. What the file says
      nothing of stays. You can take it back in the book’s history.
    </ConfirmDialog>
  );
}
