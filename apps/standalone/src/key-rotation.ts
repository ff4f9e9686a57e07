import { Database, oneAtATime, sealAnew, type SealedAnew } from '@octavo/database';
import { type Config, keyFileOf, type KeyFile, newKey, openSecretBox, StartProblem } from '@octavo/platform';
import { setTimeout as pause } from 'node:timers/promises';

/** What a rotation came to. */
export interface Rotation extends SealedAnew {
  /** made: there is a new key; finished: an earlier one was broken off; set: the operator's own. */
  key: 'made' | 'finished' | 'set';
  /** Nothing needs an older key any more, and those in the file are gone. */
  isOver: boolean;
}

interface Waiting {
  /** For how long a running process may take to write down what it sealed, in milliseconds. */
  writtenWithinMs?: number;
  /** Called where that is waited for. */
  tellOfWaiting?: (ms: number) => void;
}

/** What a running process sealed a moment before it could see the new key is in the database by then: see openClient. */
const WRITTEN_WITHIN_MS = 80_000;
const MOST_PASSES = 5;

/**
 * Seals all secrets with a new key, or with SECRET_KEY where the operator sets it. The new key is in the file before
 * anything is sealed with it, and older ones go once nothing is sealed with them: killed at any instant, all can be
 * opened, and the next time does the rest. Whatever runs meanwhile looks into the file itself (SecretBox.reading).
 * Throws StartProblem where somebody else does it now.
 */
export async function rotateKeys(
  config: Config,
  databaseUrl: string,
  { writtenWithinMs = WRITTEN_WITHIN_MS, tellOfWaiting = () => undefined }: Waiting = {},
): Promise<Rotation> {
  const rotation = await oneAtATime(databaseUrl, 'rotate keys', async (isInUse) => {
    const database = await Database.open(databaseUrl, 1);
    const file = keyFileOf(config);
    try {
      if (!file) return await toTheSetKey(config, database);
      const wait = async () => {
        if (!isInUse) return;
        tellOfWaiting(writtenWithinMs);
        await pause(writtenWithinMs);
      };
      return await toANewKey(config, { database, file, wait });
    } finally {
      await database.close();
    }
  });
  if (!rotation) throw new StartProblem('The keys are being rotated by somebody else already');
  return rotation;
}

async function toTheSetKey(config: Config, database: Database): Promise<Rotation> {
  const result = await untilNoneIsMissed(config, database);
  return { ...result, key: 'set', isOver: result.damaged + result.missed === 0 };
}

async function toANewKey(
  config: Config,
  { database, file, wait }: { database: Database; file: KeyFile; wait: () => Promise<void> },
): Promise<Rotation> {
  const before = await file.keys();
  const finished = before.length > 1 ? await untilNoneIsMissed(config, database) : undefined;
  const isBegun = finished !== undefined && finished.anew > 0;
  const keys = isBegun ? before : [newKey(), ...before];
  if (!isBegun) await file.replace(before, keys);
  const first = isBegun ? finished : await untilNoneIsMissed(config, database);
  await wait();
  const last = await untilNoneIsMissed(config, database);
  const isOver = last.damaged + last.missed === 0;
  if (isOver) await file.replace(keys, keys.slice(0, 1));
  return { ...last, anew: first.anew + last.anew, key: isBegun ? 'finished' : 'made', isOver };
}

async function untilNoneIsMissed(config: Config, database: Database): Promise<SealedAnew> {
  const box = await openSecretBox(config);
  let result = await sealAnew(database, box);
  for (let pass = 1; result.missed > 0 && pass < MOST_PASSES; pass++) {
    const again = await sealAnew(database, box);
    result = { ...again, anew: result.anew + again.anew };
  }
  return result;
}
