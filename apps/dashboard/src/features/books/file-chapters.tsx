import type { BookFile } from '@octavo/contracts';
import classes from './file-chapters.module.css';
import { clockWords } from './playing-time.js';

/** The chapters of a recording with where each begins; folded, since there may be a hundred. */
export function FileChapters({ chapters }: Pick<BookFile, 'chapters'>) {
  if (chapters.length === 0) return null;
  return (
    <details className={classes.chapters} data-testid="chapters">
      <summary>{chapters.length === 1 ? '1 chapter' : `${chapters.length} chapters`}</summary>
      <ol className={classes.list} tabIndex={0} aria-label="Chapters">
        {chapters.map(({ title, startSec }, index) => (
          <li key={index}>
            <span className="unbroken">{title === '' ? `Chapter ${index + 1}` : title}</span>
            <span className="number">{clockWords(startSec)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
