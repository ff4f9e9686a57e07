import { Text } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import { Upcoming } from '../../ui/upcoming.js';
import { bookWords } from '../libraries/library-words.js';
import { unreadWords } from './server-words.js';

/** How much a server holds, when it was last synced and is to be again, and what is worth knowing of it. */
export function ServerFacts({ server }: { server: WebdavConnection }) {
  const { paused, warnings } = server;
  const unread = unreadWords(server.unreadCount);
  return (
    <>
      <Text size="sm" className="number">
        {bookWords(server)}
        <Text component="span" inherit c="dimmed">
          {' · '}
          <Times server={server} />
        </Text>
      </Text>
      {unread !== undefined && (
        <Text size="sm" c="dimmed" className="number" data-testid="unread">
          {unread}
        </Text>
      )}
      {paused && (
        <Text size="sm" c="dimmed">
          Its books stay in the list; what is new on the server is left alone until it is resumed.
        </Text>
      )}
      {warnings.map((warning) => (
        <Text key={warning} size="sm" c="var(--mantine-color-orange-outline)" className="unbroken">
          {warning}
        </Text>
      ))}
    </>
  );
}

/** A try that failed says by itself when the next one is. */
function Times({ server: { lastSyncAt, lastSyncStatus, nextSyncAt } }: { server: WebdavConnection }) {
  return (
    <>
      {lastSyncAt === null ? (
        'never synced'
      ) : (
        <>
          {lastSyncStatus === 'FAILED' ? 'tried' : 'synced'} <Moment at={lastSyncAt} />
        </>
      )}
      {nextSyncAt !== null && lastSyncStatus !== 'FAILED' && (
        <>
          , next <Upcoming at={nextSyncAt} />
        </>
      )}
    </>
  );
}
