import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Shelf } from '@octavo/contracts';
import { IconBookmarks, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../ui/moment.js';
import { NothingHere } from '../../ui/nothing-here.js';
import { Page } from '../../ui/page.js';
import { Row, Rows } from '../../ui/rows.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { counted } from '../libraries/library-words.js';
import { NewShelfDialog } from './new-shelf-dialog.js';
import { ShelfMenu } from './shelf-menu.js';
import { shelvesQuery } from './shelves.queries.js';

/** The shelves of this account, and the way to make one. */
export function ShelvesPage() {
  const shelves = useQuery(shelvesQuery);
  const [adding, dialog] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={dialog.open} data-testid="new-shelf">
      New shelf
    </Button>
  );
  return (
    <Page title="Shelves" actions={add}>
      <WhenLoaded query={shelves}>
        {({ items }) => (items.length === 0 ? <NoShelves /> : <ShelfList shelves={items} />)}
      </WhenLoaded>
      {adding && <NewShelfDialog onClose={dialog.close} />}
    </Page>
  );
}

function ShelfList({ shelves }: { shelves: Shelf[] }) {
  return (
    <Rows>
      {shelves.map((shelf) => (
        <Row
          key={shelf.id}
          name={<ShelfLink shelf={shelf} />}
          detail={<Detail shelf={shelf} />}
          action={<ShelfMenu shelf={shelf} />}
        />
      ))}
    </Rows>
  );
}

function ShelfLink({ shelf: { id, name } }: { shelf: Shelf }) {
  return (
    <TextLink to="/" search={{ shelf: id }} inherit>
      {name}
    </TextLink>
  );
}

function Detail({ shelf: { bookCount, updatedAt } }: { shelf: Shelf }) {
  return (
    <span className="number">
      {counted(bookCount, 'book')} · changed <Moment at={updatedAt} />
    </span>
  );
}

function NoShelves() {
  return (
    <NothingHere icon={<IconBookmarks size={56} stroke={1.2} />} title="No shelf yet">
      <Text c="dimmed">
        A shelf is a list of books of yours: what to read next, what the children may borrow. On a Kobo it is a
        collection, and a device can be given just the books of a shelf. Collections you make on a Kobo appear here.
      </Text>
    </NothingHere>
  );
}
