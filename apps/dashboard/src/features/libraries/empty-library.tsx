import { Button, Code, Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { IconBooks, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { AudibleToCome } from '../audible/audible-to-come.js';
import { ServersToCome } from '../servers/servers-to-come.js';
import { useIsAdmin } from '../session/session.queries.js';
import { librariesQuery } from './libraries.queries.js';
import { useScan } from './library-changes.js';
import { isUnderWay, progressOf } from './scan-words.js';

/** A library without books: where to put them, and that nothing more is needed. */
export function EmptyLibrary() {
  const libraries = useQuery(librariesQuery);
  return (
    <NothingHere icon={<IconBooks size={56} stroke={1.2} />} title="No books yet">
      <WhenLoaded query={libraries}>
        {({ items }) => (items.length === 0 ? <NoFolder /> : <FoldersToFill folders={items} />)}
      </WhenLoaded>
      <ServersToCome />
      <AudibleToCome />
    </NothingHere>
  );
}

function NoFolder() {
  const isAdmin = useIsAdmin();
  if (!isAdmin) return <Text c="dimmed">No folder is watched yet. An administrator can add one.</Text>;
  return (
    <Text c="dimmed">
      No folder is watched yet. <TextLink to="/folders">Add the folder your books lie in</TextLink>: it is looked
      through at once and watched from then on.
    </Text>
  );
}

function FoldersToFill({ folders }: { folders: Library[] }) {
  const isAdmin = useIsAdmin();
  return (
    <>
      <Text c="dimmed">
        {isAdmin ? 'Add books above, drop them on this page, or copy them' : 'Books are copied'} into{' '}
        {folders.length === 1 ? 'this folder' : 'one of these folders'} on the server. They appear here by themselves,
        within seconds.
      </Text>
      {folders.map(({ id, path }) => (
        <Code key={id} className="unbroken" fz="sm" px="sm" py={6}>
          {path}
        </Code>
      ))}
      <ScanNow folders={folders} />
      {isAdmin && (
        <Text size="sm" c="dimmed">
          They lie elsewhere? <TextLink to="/folders">Add their folder</TextLink>
        </Text>
      )}
    </>
  );
}

/** How far the first scan is, or the way to ask for one. */
function ScanNow({ folders }: { folders: Library[] }) {
  const isAdmin = useIsAdmin();
  const scan = useScan();
  const underWay = folders.map((folder) => folder.scan).find((one) => one !== null && isUnderWay(one));
  if (underWay) {
    return (
      <Text size="sm" role="status" className="number">
        {progressOf(underWay).words}
      </Text>
    );
  }
  const open = folders.filter(({ paused }) => !paused);
  if (!isAdmin || open.length === 0) return null;
  return (
    <Button
      mt="sm"
      variant="default"
      leftSection={<IconRefresh size={18} />}
      loading={scan.isPending}
      onClick={() => scan.mutate(open.map(({ id }) => id))}
    >
      Scan now
    </Button>
  );
}
