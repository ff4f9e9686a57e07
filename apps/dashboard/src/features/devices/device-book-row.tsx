import { Badge, Text } from '@mantine/core';
import type { DeviceBook } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { Cover } from '../books/cover.js';
import { deliveryWord } from './delivery-words.js';
import { DeviceBookActions } from './device-book-actions.js';
import classes from './device-book-row.module.css';
import { DeviceBookTimes } from './device-book-times.js';

interface DeviceBookRowProps {
  deviceId: string;
  book: DeviceBook;
}

/** One book as one device has it: how far it is, since when, and why no further. */
export function DeviceBookRow({ deviceId, book }: DeviceBookRowProps) {
  const { word, color } = deliveryWord(book.state);
  return (
    <li className={classes.row} data-testid="device-book" data-state={book.state}>
      <div className={classes.cover}>
        <Cover title={book.title} authors="" coverUrl={book.coverUrl} shape="thumb" />
      </div>
      <div className={classes.words}>
        <div className={classes.head}>
          {book.gone ? (
            <Text fw={550} className="unbroken">
              {book.title}
            </Text>
          ) : (
            <TextLink to="/books/$bookId" params={{ bookId: book.bookId }} fw={550} c="inherit" className="unbroken">
              {book.title}
            </TextLink>
          )}
          <Badge component="span" variant="light" color={color} size="sm" tt="none">
            {word}
          </Badge>
        </div>
        <DeviceBookTimes book={book} />
        {book.why !== null && (
          <Text size="sm" c="dimmed">
            {book.why}
          </Text>
        )}
      </div>
      {!book.gone && <DeviceBookActions deviceId={deviceId} book={book} />}
    </li>
  );
}
