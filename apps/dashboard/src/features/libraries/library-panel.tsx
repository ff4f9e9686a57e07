import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useIsAdmin } from '../session/session.queries.js';
import { useBringBooks } from '../uploads/use-bring-books.js';
import { useDrop } from '../uploads/use-drop.js';
import { useScan } from './library-changes.js';
import { LibraryFacts } from './library-facts.js';
import { LibraryMenu } from './library-menu.js';
import classes from './library-panel.module.css';
import { LibraryScan } from './library-scan.js';
import { isUnderWay } from './scan-words.js';

/**
 * One watched folder: where it lies, what is in it, how its last scan went, and what can be done with it. Books that are
 * dropped on it go into it.
 */
export function LibraryPanel({ library }: { library: Library }) {
  const { id, name, path, paused } = library;
  const isAdmin = useIsAdmin();
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const { bring } = useBringBooks(id);
  const over = useDrop(isAdmin ? panel : null, bring);
  return (
    <li ref={setPanel} className={`panel ${classes.panel}`} data-testid="library" data-library-id={id} data-over={over}>
      <Stack gap="sm">
        <div className={classes.head}>
          <div className={classes.name}>
            <Title order={2} size="h4" className="unbroken">
              {name}{' '}
              {paused && (
                <Badge component="span" variant="light" color="gray" size="sm">
                  Paused
                </Badge>
              )}
            </Title>
          </div>
          {isAdmin && (
            <div className={classes.actions}>
              <ScanButton library={library} />
              <LibraryMenu library={library} />
            </div>
          )}
        </div>
        <Text size="sm" c="dimmed" className={`unbroken ${classes.path}`}>
          {path}
        </Text>
        <LibraryFacts library={library} />
        <LibraryScan library={library} />
      </Stack>
    </li>
  );
}

function ScanButton({ library: { id, name, paused, scan: last } }: { library: Library }) {
  const scan = useScan();
  const busy = last !== null && isUnderWay(last);
  if (paused) return null;
  return (
    <Button
      variant="light"
      size="xs"
      leftSection={<IconRefresh size={16} />}
      aria-label={`Scan ${name} now`}
      disabled={busy}
      loading={scan.isPending}
      onClick={() => scan.mutate([id])}
    >
      Scan now
    </Button>
  );
}
