import { Text, Tooltip } from '@mantine/core';
import type { DeviceBook } from '@octavo/contracts';
import { Fragment } from 'react';
import { exactly } from '../../ui/dates.js';
import { Moment } from '../../ui/moment.js';
import { milestones } from './delivery-words.js';

const EVENTS = { hover: true, focus: true, touch: true };

/** When a book was sent, acknowledged and downloaded, by age; the exact times for who points, touches or tabs there. */
export function DeviceBookTimes({ book }: { book: DeviceBook }) {
  const way = milestones(book);
  if (way.length === 0) return null;
  const exact = way.map(({ words, at }) => <div key={words}>{`${capital(words)} ${exactly(at)}`}</div>);
  return (
    <Tooltip label={exact} events={EVENTS} position="bottom-start">
      <Text component="span" size="sm" c="dimmed" tabIndex={0} className="number" data-testid="way">
        {way.map(({ words, at }, index) => (
          <Fragment key={words}>
            {index > 0 && ' · '}
            {index === 0 ? capital(words) : words} <Moment at={at} />
          </Fragment>
        ))}
      </Text>
    </Tooltip>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
