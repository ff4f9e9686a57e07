import { Text } from '@mantine/core';
import type { Sync, SyncPreview } from '@octavo/contracts';
import classes from './preview-result.module.css';
import { besideWords, previewWords } from './preview-words.js';
import { syncFaultWords } from './sync-words.js';

interface PreviewResultProps {
  sync: Sync;
  preview: SyncPreview;
}

/** What a look came across: how many books of which kinds, some of them by their paths, and what is beside them. */
export function PreviewResult({ sync, preview }: PreviewResultProps) {
  const { books, examples } = preview;
  const more = books - examples.length;
  const faults = syncFaultWords(sync);
  return (
    <div data-testid="preview">
      <Text fw={550} className="number">
        {previewWords(preview)}
      </Text>
      {sync.tally !== null && (
        <Text size="sm" c="dimmed" className="number">
          {besideWords(sync.tally)}
        </Text>
      )}
      {faults !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          {faults}
        </Text>
      )}
      {examples.length > 0 && (
        <ul className={classes.examples} tabIndex={0} aria-label="Some of them">
          {examples.map((path) => (
            <li key={path} className="unbroken">
              {path}
            </li>
          ))}
          {more > 0 && <li className={classes.more}>and {more.toLocaleString('en-GB')} more</li>}
        </ul>
      )}
    </div>
  );
}
