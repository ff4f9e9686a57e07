import { Text, VisuallyHidden } from '@mantine/core';
import type { BookAnnotation } from '@octavo/contracts';
import type { CSSProperties } from 'react';
import { Moment } from '../../ui/moment.js';
import classes from './book-highlights.module.css';
import { highlightColour } from './highlight-colour.js';
import { placeWords } from './place-words.js';

/** One highlight: the marked words, what was noted to them, and where, when and on what. */
export function BookHighlight({ highlight }: { highlight: BookAnnotation }) {
  const { text, note, device, modifiedAt } = highlight;
  const colour = highlightColour(highlight.color);
  const place = placeWords(highlight);
  return (
    <li className={classes.highlight} style={colour && ({ '--mark': colour.css } as CSSProperties)}>
      {text !== '' && <blockquote className={classes.quote}>{text}</blockquote>}
      {note !== null && (
        <Text size="sm" className="unbroken" style={{ whiteSpace: 'pre-line' }}>
          <Text component="span" inherit c="dimmed">
            Note:{' '}
          </Text>
          {note}
        </Text>
      )}
      <Text size="xs" c="dimmed" className="number">
        {place !== undefined && `${place} · `}
        {device !== null && `${device} · `}
        <Moment at={modifiedAt} />
        {colour && <VisuallyHidden component="span">, marked {colour.word}</VisuallyHidden>}
      </Text>
    </li>
  );
}
