import { CONNECTION_STATES, SYNC_STATUSES, type Sync, type WebdavConnection } from '@octavo/contracts';
import { hostOf, isOnlyLookedAt, signInWords, standingWords, troubleOf, unreadWords } from './server-words.js';

const AT = '2026-11-22T12:00:00.000Z';
const preview = { books: 3, formats: [], examples: [] };
const sync = (state: Sync['state'], more: Partial<Sync> = {}) => ({ state, preview: null, ...more }) as Sync;
const server: WebdavConnection = {
  ...{ id: 'i', name: 'Books', baseUrl: 'https://cloud.example/dav/', username: 'ann', state: 'ACTIVE', paused: false },
  ...{ lastSyncAt: AT, lastSyncStatus: 'OK', lastErrorCode: null, lastError: null, nextSyncAt: AT, failures: 0 },
  waitsUntil: null,
  ...{ bookCount: 3, missingCount: 0, unreadCount: 0, server: null, warnings: [], sync: sync('COMPLETED') },
};
const like = (more: Partial<WebdavConnection>): WebdavConnection => ({ ...server, ...more });
const failed = {
  lastSyncStatus: 'FAILED',
  lastErrorCode: 'timeout',
  lastError: 'No answer in time',
  failures: 1,
} as const;

describe('how a server stands', () => {
  it.each<[Partial<WebdavConnection>, string]>([
    [{}, 'Up to date'],
    [{ state: 'REFUSED', paused: true }, 'Not let in'],
    [{ state: 'UNREADABLE', sync: sync('LISTING') }, 'Password needed'],
    [{ sync: sync('LISTING'), lastSyncStatus: 'FAILED' }, 'Syncing'],
    [{ sync: sync('IMPORTING'), waitsUntil: AT }, 'Syncing'],
    [{ sync: sync('LISTING'), waitsUntil: AT }, 'Waits for the server'],
    [{ waitsUntil: AT }, 'Up to date'],
    [{ paused: true, lastSyncAt: null, lastSyncStatus: null, sync: sync('LISTING') }, 'Looking'],
    [{ paused: true, lastSyncAt: null, lastSyncStatus: null, sync: null }, 'Not brought in yet'],
    [{ paused: true, sync: sync('COMPLETED', { preview }) }, 'Not brought in yet'],
    [{ paused: true }, 'Paused'],
    [{ lastSyncAt: null, lastSyncStatus: null, sync: null }, 'Not synced yet'],
    [{ lastSyncStatus: 'HELD' }, 'Waits for your word'],
  ])('with %j is “%s”', (more, label) => {
    expect(standingWords(like(more)).label).toBe(label);
  });

  it('has words of its own for all that can be', () => {
    const labels = SYNC_STATUSES.map((lastSyncStatus) => standingWords(like({ lastSyncStatus })).label);
    expect(new Set(labels).size).toBe(SYNC_STATUSES.length);
    const states = CONNECTION_STATES.map((state) => standingWords(like({ state })).label);
    expect(new Set(states).size).toBe(CONNECTION_STATES.length);
  });
});

describe('a server that was only looked at', () => {
  it.each<[Partial<WebdavConnection>, boolean]>([
    [{ paused: true, lastSyncAt: null, sync: null }, true],
    [{ paused: true, lastSyncAt: null, sync: sync('FAILED') }, true],
    [{ paused: true, sync: sync('COMPLETED', { preview }) }, true],
    [{ paused: true }, false],
    [{ lastSyncAt: null, sync: null }, false],
    [{ sync: sync('COMPLETED', { preview }) }, false],
  ])('%j: %s', (more, expected) => {
    expect(isOnlyLookedAt(like(more))).toBe(expected);
  });
});

describe('what is wrong with a server', () => {
  it('is nothing while it is synced, in part or held back too', () => {
    for (const lastSyncStatus of ['OK', 'PARTIAL', 'HELD', null] as const)
      expect(troubleOf(like({ lastSyncStatus, lastError: 'why' }))).toBeUndefined();
  });

  it('is told with how often it failed, and whether it is tried again', () => {
    expect(troubleOf(like(failed))).toEqual({
      title: 'The last sync failed',
      detail: 'No answer in time.',
      aboutPassword: false,
      triesAgain: true,
    });
    expect(troubleOf(like({ ...failed, failures: 4, nextSyncAt: null }))).toMatchObject({
      title: 'The last 4 syncs failed',
      triesAgain: false,
    });
  });

  it('asks for another password where that may help', () => {
    expect(troubleOf(like({ ...failed, lastErrorCode: 'auth_failed' }))?.aboutPassword).toBe(true);
    const refused = troubleOf(like({ ...failed, state: 'REFUSED', lastError: 'The server does not accept them.' }));
    expect(refused).toMatchObject({ title: 'Name and password are refused', aboutPassword: true, triesAgain: false });
    expect(refused?.detail).toMatch(/^The server does not accept them\. It said so again and again/);
    expect(troubleOf(like({ state: 'UNREADABLE' }))).toMatchObject({ aboutPassword: true, triesAgain: false });
  });
});

describe('a server in words', () => {
  it('says how many files are still to be looked into', () => {
    expect([0, 1, 2310].map(unreadWords)).toEqual([
      undefined,
      '1 file is known by its name so far. What is inside is read in the background.',
      '2,310 files are known by their names so far. What is inside is read in the background.',
    ]);
  });

  it.each([
    [{ username: 'ann', server: 'Nextcloud' }, 'As ann · Nextcloud'],
    [{ username: 'ann', server: null }, 'As ann'],
    [{ username: '', server: null }, 'Nobody signs in'],
  ])('says who signs in: %j is “%s”', (of, words) => {
    expect(signInWords(of)).toBe(words);
  });

  it.each([
    ['https://cloud.example/dav/', 'cloud.example'],
    ['http://[::1]:8080/dav/', '[::1]:8080'],
    ['nowhere', 'nowhere'],
  ])('lies at %s on %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});
