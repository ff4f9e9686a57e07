import type { WebdavConnection } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';
import { counted } from '../libraries/library-words.js';
import { isUnderWay } from '../libraries/scan-words.js';

type Standing = Pick<WebdavConnection, 'state' | 'paused' | 'lastSyncAt' | 'lastSyncStatus' | 'waitsUntil' | 'sync'>;

const STATUS_WORDS: Record<NonNullable<WebdavConnection['lastSyncStatus']>, { label: string; color: string }> = {
  OK: { label: 'Up to date', color: 'green' },
  PARTIAL: { label: 'Incomplete', color: 'orange' },
  HELD: { label: 'Waits for your word', color: 'orange' },
  FAILED: { label: 'Last sync failed', color: 'orange' },
};

/** How a server stands as a badge says it, and its colour: first what keeps it from being synced at all. */
export function standingWords(connection: Standing): { label: string; color: string } {
  const { state, paused, lastSyncStatus, waitsUntil, sync } = connection;
  if (state === 'REFUSED') return { label: 'Not let in', color: 'red' };
  if (state === 'UNREADABLE') return { label: 'Password needed', color: 'red' };
  if (sync?.state === 'LISTING' && waitsUntil !== null) return { label: 'Waits for the server', color: 'gray' };
  if (sync !== null && isUnderWay(sync)) return { label: paused ? 'Looking' : 'Syncing', color: 'petrol' };
  if (isOnlyLookedAt(connection)) return { label: 'Not brought in yet', color: 'gray' };
  if (paused) return { label: 'Paused', color: 'gray' };
  return lastSyncStatus === null ? { label: 'Not synced yet', color: 'gray' } : STATUS_WORDS[lastSyncStatus];
}

/** Whether a server was connected to be looked at first: nothing of it was brought in so far, or not since it is back. */
export function isOnlyLookedAt({
  paused,
  lastSyncAt,
  sync,
}: Pick<Standing, 'paused' | 'lastSyncAt' | 'sync'>): boolean {
  return paused && (lastSyncAt === null || (sync !== null && sync.preview !== null));
}

/** Why a server is not synced as it should be. */
export interface Trouble {
  title: string;
  detail: string;
  /** Another password may help. */
  aboutPassword: boolean;
  /** It is tried again by itself. */
  triesAgain: boolean;
}

type Troubled = Pick<
  WebdavConnection,
  'state' | 'lastSyncStatus' | 'lastError' | 'lastErrorCode' | 'failures' | 'nextSyncAt'
>;

/** What is wrong with a connection, if anything is. */
export function troubleOf(connection: Troubled): Trouble | undefined {
  const { state, lastSyncStatus, failures, nextSyncAt } = connection;
  const said = connection.lastError === null ? '' : `${asSentence(connection.lastError)} `;
  const forGood = { aboutPassword: true, triesAgain: false };
  if (state === 'REFUSED') {
    const detail = `${said}It said so again and again, so it is not asked any more until you change them.`;
    return { title: 'Name and password are refused', detail, ...forGood };
  }
  if (state === 'UNREADABLE') {
    const detail = 'The key that it was encrypted with is not the one in use now, so it cannot be read any more.';
    return { title: 'The password has to be given again', detail, ...forGood };
  }
  if (lastSyncStatus !== 'FAILED') return undefined;
  const title = failures > 1 ? `The last ${counted(failures, 'sync')} failed` : 'The last sync failed';
  const aboutPassword = connection.lastErrorCode?.startsWith('auth_') ?? false;
  return { title, detail: said.trim(), aboutPassword, triesAgain: nextSyncAt !== null };
}

/** How many files nobody has looked into yet; undefined for none. */
export function unreadWords(count: number): string | undefined {
  if (count === 0) return undefined;
  const they = count === 1 ? '1 file is known by its name' : `${counted(count, 'file')} are known by their names`;
  return `${they} so far. What is inside is read in the background.`;
}

/** Who signs in and where: "ann, at Nextcloud". */
export function signInWords({ username, server }: Pick<WebdavConnection, 'username' | 'server'>): string {
  const who = username === '' ? 'Nobody signs in' : `As ${username}`;
  return server === null ? who : `${who} · ${server}`;
}

/** The name of the machine in an address; the address itself where it has none. */
export function hostOf(baseUrl: string): string {
  return /^https?:\/\/([^/]+)/i.exec(baseUrl)?.[1] ?? baseUrl;
}
