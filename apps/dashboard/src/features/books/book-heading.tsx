import { Stack, Text, Title } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import { Fragment } from 'react';
import { TextLink } from '../../ui/text-link.js';
import { BookBadges } from './book-badges.js';
import { byRole } from './contributors.js';
import { StatusRemark } from './status-remark.js';

/** Title, people and series; each name leads to what else there is of it. */
export function BookHeading({ book }: { book: Book }) {
  return (
    <Stack gap={6} component="header" miw={0}>
      <Title order={1} fz="clamp(1.35rem, 1rem + 2vw, 2.1rem)" lh={1.2}>
        {book.title}
      </Title>
      {book.subtitle !== null && (
        <Text c="dimmed" ff="heading" fz="lg" lh={1.35}>
          {book.subtitle}
        </Text>
      )}
      {byRole(book.contributors).map(({ words, names }) => (
        <Text key={words} component="p" m={0}>
          <Text component="span" c="dimmed">
            {words}{' '}
          </Text>
          <Names names={names} />
        </Text>
      ))}
      {book.series.map(({ name, number }) => (
        <Text key={name} component="p" m={0} size="sm">
          {number === null ? 'In the series ' : `No. ${number} of `}
          <Names names={[name]} />
        </Text>
      ))}
      <BookBadges book={book} />
      <StatusRemark book={book} />
    </Stack>
  );
}

function Names({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      <TextLink to="/" search={{ q: name }} inherit>
        {name}
      </TextLink>
    </Fragment>
  ));
}
