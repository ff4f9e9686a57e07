import { Button, Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../ui/moment.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { useIsAdmin } from '../session/session.queries.js';
import { librariesQuery, useScan } from './libraries.queries.js';

/** The folders the server watches, how they fare, and a way to have them looked through at once. */
export function WatchedFolders() {
  const libraries = useQuery(librariesQuery);
  return (
    <Section title="Watched folders" about="Set by LIBRARY_DIRS when the server starts.">
      <WhenLoaded query={libraries}>
        {({ items }) => (
          <Rows nothing="No folder is watched.">
            {items.map((library) => (
              <FolderRow key={library.id} library={library} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
    </Section>
  );
}

function FolderRow({ library }: { library: Library }) {
  const isAdmin = useIsAdmin();
  const scan = useScan();
  const action = isAdmin && (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={`Scan ${library.name} now`}
      loading={scan.isPending}
      onClick={() => scan.mutate([library.id])}
    >
      Scan now
    </Button>
  );
  return <Row name={library.name} detail={<FolderDetail library={library} />} action={action} />;
}

function FolderDetail({ library: { path, bookCount, missingCount, lastScanAt, problem } }: { library: Library }) {
  return (
    <>
      <div>{path}</div>
      <span className="number">
        {bookCount} {bookCount === 1 ? 'book' : 'books'}
        {missingCount > 0 && `, ${missingCount} missing`} ·{' '}
      </span>
      {lastScanAt === null ? (
        'never scanned'
      ) : (
        <>
          scanned <Moment at={lastScanAt} />
        </>
      )}
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)">
          {problem.detail}
        </Text>
      )}
    </>
  );
}
