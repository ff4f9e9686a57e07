import { Page } from '../../ui/page.js';
import { WatchedFolders } from '../libraries/watched-folders.js';
import { MetadataLink } from '../providers/metadata-link.js';
import { useIsAdmin } from '../session/session.queries.js';
import { ApiKeys } from './api-keys.js';
import { AppPasswords } from './app-passwords.js';
import { Users } from './users.js';

/** What can be set: the watched folders, who is asked about books, the passwords and keys of this account and, for administrators, the accounts. */
export function SettingsPage() {
  const isAdmin = useIsAdmin();
  return (
    <Page title="Settings">
      <WatchedFolders />
      <MetadataLink />
      <AppPasswords />
      <ApiKeys />
      {isAdmin && <Users />}
    </Page>
  );
}
