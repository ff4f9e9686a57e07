import { Text } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { useEffect, useRef } from 'react';
import { FormProblem } from '../../ui/form-problem.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { Cover } from '../books/cover.js';
import { CoverButtons } from './cover-buttons.js';
import classes from './cover-line.module.css';
import { coverWords } from './cover-words.js';
import { FieldLock } from './field-lock.js';
import { type PictureSent, useCoverChoice } from './use-cover-choice.js';
import { usePictureDrop } from './use-picture-drop.js';

/** The cover of a book: what it is, another one, or none. Unlike the fields it is not waiting to be saved. */
export function CoverLine({ book }: { book: BookDetail }) {
  const chooser = useRef<HTMLButtonElement>(null);
  const choice = useCoverChoice(book.id, () => chooser.current?.focus());
  const { isOver, target } = usePictureDrop(choice.choose);
  const { sending, problem } = choice;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) said.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <section className={classes.line} aria-label="Cover" data-testid="cover-line" data-over={isOver} {...target}>
      <div className={classes.cover}>
        <Cover title={book.title} authors="" coverUrl={book.coverUrl} />
      </div>
      <div className={classes.rest}>
        <div className={classes.head}>
          <strong>Cover</strong>
          <Text component="span" c="dimmed" size="xs" className={classes.origin}>
            {coverWords(book)}
          </Text>
          <FieldLock book={book} part="cover" label="Cover" />
        </div>
        <CoverButtons ref={chooser} choice={choice} hasCover={book.coverUrl !== null} />
        {sending && <SendingPicture sending={sending} />}
        {problem && (
          <div ref={said} className={classes.problem}>
            <FormProblem problem={{ ...problem, title: 'The cover is as it was' }} />
          </div>
        )}
        <Text size="xs" c="dimmed">
          Changes at once, without “Save”; the history can take it back. What is taken away stays away until somebody
          chooses another, or refreshes all metadata.
        </Text>
      </div>
    </section>
  );
}

/** Once all is sent, how long the server looks at it is not known. */
function SendingPicture({ sending: { name, size, sent } }: { sending: PictureSent }) {
  return <ProgressBar label={`Sending ${name}`} percent={sent < size ? (100 * sent) / size : undefined} size={4} />;
}
