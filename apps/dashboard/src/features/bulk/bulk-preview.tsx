import { Button, Text } from '@mantine/core';
import type { BulkAnswer } from '@octavo/contracts';
import { useEffect, useRef } from 'react';
import { problemOf } from '../../api.js';
import { FormProblem } from '../../ui/form-problem.js';
import { fieldWords } from '../books/provenance-words.js';
import { ValueChange } from '../books/value-change.js';
import { valueWords } from '../books/value-words.js';
import { counted } from '../libraries/library-words.js';
import classes from './bulk-dialog.module.css';
import type { BulkPatchSent } from './bulk-form.js';
import { isWorthDoing, wouldWords } from './bulk-words.js';

interface BulkPreviewProps {
  answer: BulkAnswer;
  patch: BulkPatchSent;
  problem: Error | null;
  isPending: boolean;
  onBack: () => void;
  onApply: () => void;
}

/** What would change, book by book, before it does. */
export function BulkPreview({ answer, patch, problem, isPending, onBack, onApply }: BulkPreviewProps) {
  const { changed, total, items } = answer;
  const words = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone: the ear and the keyboard go on here.
  useEffect(() => words.current?.focus(), []);
  const confirm = changed > 0 ? `Change ${counted(changed, 'book')}` : `Change the locks of ${counted(total, 'book')}`;
  return (
    <div data-testid="bulk-preview">
      <Text ref={words} component="p" m={0} tabIndex={-1} fw={550} className="number">
        {wouldWords(answer, patch)}
      </Text>
      <ul className={`quiet-list ${classes.books}`}>
        {items.map((book) => (
          <ChangedBook key={book.bookId} book={book} />
        ))}
      </ul>
      {items.length < changed && (
        <Text size="sm" c="dimmed" mt="sm">
          and {(changed - items.length).toLocaleString('en-GB')} more
        </Text>
      )}
      <div className={classes.actions} data-lower-corner>
        {problem && <FormProblem problem={{ ...problemOf(problem), title: 'That cannot be done' }} />}
        <Text size="sm" c="dimmed" role="status" className={classes.hint}>
          {isPending && 'Changing them…'}
        </Text>
        <Button variant="default" onClick={onBack} disabled={isPending}>
          Back
        </Button>
        {isWorthDoing(answer, patch) && (
          <Button loading={isPending} onClick={onApply}>
            {confirm}
          </Button>
        )}
      </div>
    </div>
  );
}

function ChangedBook({ book: { title, differences } }: { book: BulkAnswer['items'][number] }) {
  return (
    <li className={classes.book}>
      <strong className="unbroken">{title}</strong>
      <dl className={classes.differences}>
        {differences.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              <ValueChange before={valueWords(field, before)} after={valueWords(field, after)} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
