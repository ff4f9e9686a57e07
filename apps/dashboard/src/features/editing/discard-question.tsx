import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

interface DiscardQuestionProps {
  /** Something would be lost. */
  isChanged: boolean;
  /** Somebody wants to leave the form. */
  asking: boolean;
  onStay: () => void;
  onDiscard: () => void;
}

/** Asks before what was changed is lost: when the form is left, and when the page is. */
export function DiscardQuestion({ isChanged, asking, onStay, onDiscard }: DiscardQuestionProps) {
  const page = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const isLeavingPage = page.status === 'blocked';
  if (!asking && !isLeavingPage) return null;
  return (
    <ConfirmDialog
      title="Discard what you changed?"
      confirm="Discard"
      pending={false}
      onConfirm={isLeavingPage ? page.proceed : onDiscard}
      onClose={isLeavingPage ? page.reset : onStay}
    >
      It is not saved yet.
    </ConfirmDialog>
  );
}
