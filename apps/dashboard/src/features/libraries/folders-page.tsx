import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderPlus, IconFolders } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { SourceTabs } from '../frame/source-tabs.js';
import { useIsAdmin } from '../session/session.queries.js';
import { BringBooks } from '../uploads/bring-books.js';
import { AddLibraryDialog } from './add-library-dialog.js';
import { librariesQuery } from './libraries.queries.js';
import { LibraryPanel } from './library-panel.js';

/** The watched folders: what is in them, how their scans go, and the way to add one. */
export function FoldersPage() {
  const libraries = useQuery(librariesQuery);
  const isAdmin = useIsAdmin();
  const [adding, dialog] = useDisclosure(false);
  const add = isAdmin && (
    <Button leftSection={<IconFolderPlus size={18} />} onClick={dialog.open} data-testid="add-library">
      Add a folder
    </Button>
  );
  return (
    <Page title="Folders" actions={add}>
      <SourceTabs />
      <WhenLoaded query={libraries}>
        {({ items }) => (
          <Stack component="ul" gap="sm" className="quiet-list">
            {items.length === 0 && <NoFolders isAdmin={isAdmin} />}
            {items.map((library) => (
              <LibraryPanel key={library.id} library={library} />
            ))}
          </Stack>
        )}
      </WhenLoaded>
      <BringBooks />
      {adding && <AddLibraryDialog onClose={dialog.close} />}
    </Page>
  );
}

function NoFolders({ isAdmin }: { isAdmin: boolean }) {
  return (
    <li>
      <NothingHere icon={<IconFolders size={56} stroke={1.2} />} title="No folder is watched">
        <Text c="dimmed">
          {isAdmin
            ? 'Add the folder your books lie in. It is looked through at once and watched from then on; no file in it is changed.'
            : 'An administrator can add the folders that books lie in.'}
        </Text>
      </NothingHere>
    </li>
  );
}
