import { type Sync, SyncPreview, SyncTally, type WebdavConnection } from '@octavo/contracts';
import type { LiveConnection, Scan as ScanRow } from '@octavo/database';
import { factsOf } from '@octavo/remote';
import type { ServerFacts } from '@octavo/sources';
import { presentScan } from '../libraries/present-library.js';

interface Around {
  bookCount: number;
  missingCount: number;
  unreadCount: number;
  sync: ScanRow | undefined;
}

/** A clock that is wrong by so much is worth a word. */
const WRONG_BY_SEC = 120;

/** A connection as the API shows it: nothing of its password. */
export function presentConnection(connection: LiveConnection, { sync, ...counts }: Around): WebdavConnection {
  const {
    libraryId: id,
    library,
    state,
    baseUrl,
    username,
    lastSyncStatus,
    lastErrorCode,
    lastError,
    failures,
  } = connection;
  const facts = factsOf(connection);
  return {
    ...{ id, name: library.name, baseUrl, username, state, paused: library.paused },
    ...{ lastSyncStatus, lastErrorCode, lastError, failures, ...counts },
    lastSyncAt: connection.lastSyncAt?.toISOString() ?? null,
    nextSyncAt: state === 'ACTIVE' && !library.paused ? nextOf(connection).toISOString() : null,
    waitsUntil: waitsUntil(connection)?.toISOString() ?? null,
    server: facts.server ?? null,
    warnings: warningsOf(facts),
    sync: sync ? presentSync(sync) : null,
  };
}

function nextOf({ nextSyncAt, notBefore }: LiveConnection): Date {
  return notBefore && notBefore > nextSyncAt ? notBefore : nextSyncAt;
}

function waitsUntil({ notBefore }: LiveConnection): Date | undefined {
  return notBefore !== null && notBefore.getTime() > Date.now() ? notBefore : undefined;
}

/** What is worth knowing of a server, in words. */
export function warningsOf({ warnings, skewSec = 0, suggestedBase }: ServerFacts): string[] {
  const words: string[] = [];
  if (warnings.includes('insecure_transport'))
    words.push('The connection is not encrypted: others on the way can read the password and the books.');
  if (Math.abs(skewSec) > WRONG_BY_SEC)
    words.push(`Its clock is ${Math.round(Math.abs(skewSec) / 60)} min ${skewSec > 0 ? 'ahead of' : 'behind'} ours.`);
  if (suggestedBase !== undefined) words.push(`It says that it has moved to ${suggestedBase}`);
  return words;
}

export function presentSync(scan: ScanRow): Sync {
  const tally = SyncTally.safeParse(scan.tally);
  const preview = SyncPreview.safeParse((scan.tally as { preview?: unknown } | null)?.preview);
  return {
    ...presentScan(scan),
    tally: tally.success ? tally.data : null,
    preview: preview.success ? preview.data : null,
  };
}
