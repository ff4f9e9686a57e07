import { Button } from '@mantine/core';
import type { ReadingChange } from '@octavo/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Moment } from '../../ui/moment.js';
import { Row } from '../../ui/rows.js';
import { useRestoreReading } from './reading.queries.js';
import classes from './reading-history.module.css';
import { byWords, canReturnTo, changeWords } from './reading-words.js';

interface ReadingHistoryProps {
  bookId: string;
  /** The newest first; that one is where the reader is now. */
  history: ReadingChange[];
}

/** What was said of the reading before, and the way back there; folded, since it is only sometimes asked for. */
export function ReadingHistory({ bookId, history }: ReadingHistoryProps) {
  const [chosen, choose] = useState<ReadingChange | null>(null);
  if (history.length < 2) return null;
  return (
    <details className={classes.history} data-testid="reading-history">
      <summary>Earlier places</summary>
      <ul className="quiet-list">
        {history.map((change, index) => (
          <Row
            key={change.id}
            name={changeWords(change)}
            detail={
              <>
                {byWords(change)}, <Moment at={change.at} />
                {index === 0 && ' · where you are'}
              </>
            }
            action={
              index > 0 &&
              canReturnTo(change) && (
                <Button variant="default" size="xs" onClick={() => choose(change)}>
                  Back to here
                </Button>
              )
            }
          />
        ))}
      </ul>
      {chosen && <ReturnQuestion bookId={bookId} change={chosen} onClose={() => choose(null)} />}
    </details>
  );
}

interface ReturnQuestionProps {
  bookId: string;
  change: ReadingChange;
  onClose: () => void;
}

function ReturnQuestion({ bookId, change, onClose }: ReturnQuestionProps) {
  const restore = useRestoreReading(bookId, onClose);
  return (
    <ConfirmDialog
      title={`Back to “${changeWords(change)}”?`}
      confirm="Back to here"
      pending={restore.isPending}
      harmless
      onConfirm={() => restore.mutate({ changeId: change.id })}
      onClose={onClose}
    >
      Your devices are moved there at their next sync. Where you are now stays in this list, so you can come back.
    </ConfirmDialog>
  );
}
