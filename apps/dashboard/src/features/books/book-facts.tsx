import { Badge, Group, Title } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import { factsOf } from './facts-of.js';
import classes from './book-facts.module.css';

/** Publisher, date, language and numbers, then the subjects. */
export function BookFacts({ book }: { book: Book }) {
  return (
    <section aria-labelledby="facts">
      <Title order={2} size="h4" id="facts" mb="sm">
        Details
      </Title>
      <dl className={classes.facts}>
        {factsOf(book).map(({ name, value }) => (
          <div key={name + value}>
            <dt>{name}</dt>
            <dd className="unbroken">{value}</dd>
          </div>
        ))}
        <div>
          <dt>Added</dt>
          <dd>
            <Moment at={book.addedAt} />
          </dd>
        </div>
      </dl>
      {book.subjects.length > 0 && (
        <Group component="ul" gap={6} mt="md" p={0} m={0} className="quiet-list" aria-label="Subjects">
          {book.subjects.map((subject) => (
            <Badge key={subject} component="li" variant="light" color="gray" tt="none" fw={500} h="auto" maw="100%">
              {subject}
            </Badge>
          ))}
        </Group>
      )}
    </section>
  );
}
