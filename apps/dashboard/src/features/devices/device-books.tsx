import { Button, NativeSelect, Text } from '@mantine/core';
import type { Device, DeviceBookPage } from '@octavo/contracts';
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { MoreBooks } from '../books/more-books.js';
import { counted } from '../libraries/library-words.js';
import { DELIVERY_CHOICES, deliveryWord, isDeliveryState } from './delivery-words.js';
import { DeviceBookRow } from './device-book-row.js';
import { DeviceBookSearchBox } from './device-book-search-box.js';
import classes from './device-books.module.css';
import { type DeviceBookSearch, deviceBooksQuery } from './devices.queries.js';
import { useDeviceBookSearch } from './use-device-book-search.js';

/** Each book and how far it is on its way to the device. */
export function DeviceBooks({ device }: { device: Device }) {
  const [search, setSearch] = useDeviceBookSearch(device.id);
  const list = useInfiniteQuery(deviceBooksQuery(device.id, search));
  return (
    <Section
      title="Books"
      about="Sent: it was in an answer. Acknowledged: the device came back and has it on its list. Downloaded: its file was fetched."
    >
      <div className={classes.toolbar}>
        <DeviceBookSearchBox q={search.q} onSearch={(q) => setSearch({ ...search, q })} />
        <NativeSelect
          aria-label="Show books"
          data={DELIVERY_CHOICES}
          value={search.state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setSearch({ ...search, state: isDeliveryState(value) ? value : undefined })
          }
        />
      </div>
      <WhenLoaded query={list}>
        {() => <Found device={device} list={list} search={search} onClear={() => setSearch({ q: '' })} />}
      </WhenLoaded>
    </Section>
  );
}

interface FoundProps {
  device: Device;
  list: UseInfiniteQueryResult<InfiniteData<DeviceBookPage>>;
  search: DeviceBookSearch;
  onClear: () => void;
}

function Found({ device, list, search, onClear }: FoundProps) {
  const pages = list.data?.pages ?? [];
  const books = pages.flatMap((page) => page.items);
  const total = pages.at(-1)?.total ?? 0;
  if (books.length === 0) return <NothingFound search={search} onClear={onClear} />;
  return (
    <>
      <Text size="sm" c="dimmed" className="number" role="status">
        {books.length.toLocaleString('en-GB')} of {counted(total, 'book')}
      </Text>
      <ul className={`panel ${classes.list}`} style={{ opacity: list.isPlaceholderData ? 0.5 : 1 }}>
        {books.map((book) => (
          <DeviceBookRow key={book.bookId} deviceId={device.id} book={book} />
        ))}
      </ul>
      <MoreBooks list={list} />
    </>
  );
}

function NothingFound({ search: { q, state }, onClear }: { search: DeviceBookSearch; onClear: () => void }) {
  if (q === '' && state === undefined) return <Text c="dimmed">There are no books in the library yet.</Text>;
  const called = q === '' ? '' : ` that matches “${q}”`;
  return (
    <div role="status">
      <Text c="dimmed" mb="sm">
        {state === undefined ? `There is no book${called}.` : `No book${called} is “${deliveryWord(state).word}”.`}
      </Text>
      <Button variant="default" size="xs" onClick={onClear}>
        Show all books
      </Button>
    </div>
  );
}
