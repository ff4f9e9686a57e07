import { Button, Code, Text } from '@mantine/core';
import { IconBooks, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { useIsAdmin } from '../session/session.queries.js';
import { librariesQuery, useScan } from './libraries.queries.js';

/** A library without books: where to put them, and that nothing more is needed. */
export function EmptyLibrary() {
  const libraries = useQuery(librariesQuery);
  return (
    <NothingHere icon={<IconBooks size={56} stroke={1.2} />} title="No books yet">
      <WhenLoaded query={libraries}>{({ items }) => <WatchedFolders folders={items} />}</WhenLoaded>
    </NothingHere>
  );
}

function WatchedFolders({ folders }: { folders: { id: string; path: string }[] }) {
  const scan = useScan();
  const isAdmin = useIsAdmin();
  if (folders.length === 0) {
    return <Text c="dimmed">No folder is watched yet. Name one in the server’s LIBRARY_DIRS setting.</Text>;
  }
  return (
    <>
      <Text c="dimmed">
        Drop EPUB files into {folders.length === 1 ? 'this folder' : 'one of these folders'} on the server. They appear
        here by themselves, within seconds.
      </Text>
      {folders.map(({ id, path }) => (
        <Code key={id} className="unbroken" fz="sm" px="sm" py={6}>
          {path}
        </Code>
      ))}
      {isAdmin && (
        <Button
          mt="sm"
          leftSection={<IconRefresh size={18} />}
          loading={scan.isPending}
          onClick={() => scan.mutate(folders.map(({ id }) => id))}
        >
          Scan now
        </Button>
      )}
    </>
  );
}
