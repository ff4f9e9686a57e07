import { Button, Text } from '@mantine/core';
import type { Change } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import { fieldWords } from '../books/provenance-words.js';
import classes from './book-history.module.css';
import { ValueChange } from '../books/value-change.js';
import { useUndo } from './use-undo.js';
import { changeWords, runWords } from './run-words.js';
import type { Run } from './runs-of.js';

interface HistoryRunProps {
  bookId: string;
  run: Run;
  /** What the reader is called where histories name them. */
  self: string | undefined;
}

/** What changed at once: by whom, when, each field before and after, and the way back of one or of all. */
export function HistoryRun({ bookId, run, self }: HistoryRunProps) {
  const words = runWords(run, self);
  const alone = run.changes.length === 1;
  return (
    <li className={classes.run} data-testid="run" data-undone={run.isUndone}>
      <div className={classes.head}>
        <Text size="sm" className="unbroken">
          <strong>{words}</strong>{' '}
          <Text component="span" inherit c="dimmed">
            <Moment at={run.at} />
            {run.isUndone && ' · taken back'}
          </Text>
        </Text>
        {!run.isUndone && (
          <UndoButton bookId={bookId} id={run.id} label={`Undo: ${words}`} words={alone ? 'Undo' : 'Undo all'} />
        )}
      </div>
      <dl className={classes.fields}>
        {run.changes.map((change) => (
          <FieldChange key={change.id} bookId={bookId} change={change} canUndo={!alone && !change.undone} />
        ))}
      </dl>
    </li>
  );
}

interface FieldChangeProps {
  bookId: string;
  change: Change;
  canUndo: boolean;
}

function FieldChange({ bookId, change, canUndo }: FieldChangeProps) {
  const name = fieldWords(change.field);
  const { before, after, remark } = changeWords(change);
  return (
    <div className={classes.field} data-undone={change.undone}>
      <dt>{name}</dt>
      <dd>{remark === undefined ? <ValueChange before={before} after={after} /> : <span>{remark}</span>}</dd>
      {canUndo && <UndoButton bookId={bookId} id={change.id} label={`Undo ${name}`} words="Undo" />}
    </div>
  );
}

function UndoButton({ bookId, id, label, words }: { bookId: string; id: string; label: string; words: string }) {
  const undo = useUndo(bookId);
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      className={classes.undo}
      aria-label={label}
      loading={undo.isPending}
      onClick={() => undo.mutate(id)}
    >
      {words}
    </Button>
  );
}
