import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import classes from './review-book.module.css';

interface ReviewActionsProps {
  /** Something is ticked. */
  canTake: boolean;
  /** There are other finds for the book. */
  several: boolean;
  onAccept: () => void;
  onReject: () => void;
  onRejectAll: () => void;
}

/** The answers to a suggestion. */
export function ReviewActions({ canTake, several, onAccept, onReject, onRejectAll }: ReviewActionsProps) {
  return (
    <div className={classes.actions} data-lower-corner>
      <Button leftSection={<IconCheck size={18} />} disabled={!canTake} onClick={onAccept} title="Enter">
        Take this
      </Button>
      <Button variant="default" leftSection={<IconX size={18} />} onClick={onReject} title="x">
        Not this book
      </Button>
      {several && (
        <Button variant="subtle" color="gray" onClick={onRejectAll}>
          None of these
        </Button>
      )}
    </div>
  );
}
