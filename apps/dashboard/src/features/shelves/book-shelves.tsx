import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookDetail, Shelf } from '@octavo/contracts';
import { IconBookmark, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { NewShelfDialog } from './new-shelf-dialog.js';
import { useStandOnShelf } from './shelf-changes.js';
import { shelvesQuery } from './shelves.queries.js';

type Shelved = Pick<BookDetail, 'id' | 'shelfIds'>;

/** The shelves a book stands on, and the way to put it on others. */
export function BookShelves({ book }: { book: Shelved }) {
  const shelves = useQuery(shelvesQuery);
  return (
    <Section title="Shelves">
      <WhenLoaded query={shelves} waiting={<Text size="sm">Loading…</Text>}>
        {({ items }) => (
          <Group gap="xs" data-testid="book-shelves">
            {items
              .filter(({ id }) => book.shelfIds.includes(id))
              .map((shelf) => (
                <ShelfBadge key={shelf.id} shelf={shelf} />
              ))}
            <ShelfChoice book={book} shelves={items} />
          </Group>
        )}
      </WhenLoaded>
    </Section>
  );
}

function ShelfBadge({ shelf: { id, name } }: { shelf: Shelf }) {
  return (
    <Link to="/" search={{ shelf: id }} style={{ textDecoration: 'none', maxWidth: '100%' }}>
      <Badge component="span" variant="light" size="lg" tt="none" fw={500} style={{ cursor: 'pointer' }}>
        {name}
      </Badge>
    </Link>
  );
}

function ShelfChoice({ book, shelves }: { book: Shelved; shelves: Shelf[] }) {
  const [adding, dialog] = useDisclosure(false);
  const stand = useStandOnShelf(book.id);
  // What was asked for is shown at once; the answer corrects it.
  const asked = stand.isPending ? stand.variables : undefined;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconBookmark size={16} />}>
            Put on a shelf
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {shelves.map(({ id, name }) => (
            <Menu.CheckboxItem
              key={id}
              checked={asked?.shelfId === id ? asked.on : book.shelfIds.includes(id)}
              onChange={(on) => stand.mutate({ shelfId: id, on })}
            >
              {name}
            </Menu.CheckboxItem>
          ))}
          {shelves.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={dialog.open}>
            New shelf…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {adding && <NewShelfDialog bookId={book.id} onClose={dialog.close} />}
    </>
  );
}
