import { isTableMissing } from '@octavo/database';
import { CannotStart, resolveServers } from '@octavo/embedded';
import { type Config, keyFileOf, readConfig, StartProblem, WrongSettings } from '@octavo/platform';
import { rotateKeys, type Rotation } from './key-rotation.js';
import { tellRotation } from './tell-rotation.js';

function tellOfWaiting(ms: number): void {
  const seconds = Math.ceil(ms / 1_000);
  process.stderr.write(`Octavo is running: waiting ${seconds} s for what it may still write with the old key\n`);
}

/** On the database of `npm start`: a private one runs for as long as it takes, or is the one that runs already. */
async function rotateOwn(config: Config): Promise<Rotation> {
  const file = keyFileOf(config);
  if (file?.isThere === false) throw new StartProblem(`There is no key to be rotated: ${file.path} is not there`);
  const servers = await resolveServers({
    databaseUrl: config.DATABASE_URL,
    queueBackend: 'postgres',
    dataDir: config.DATA_DIR,
    log: () => undefined,
  });
  try {
    return await rotateKeys(config, servers.databaseUrl, { tellOfWaiting });
  } catch (error) {
    throw isTableMissing(error) ? new StartProblem('This database is not up to date: start Octavo once') : error;
  } finally {
    await servers.stop();
  }
}

try {
  process.stdout.write(`${tellRotation(await rotateOwn(readConfig()))}\n`);
} catch (error) {
  const isForeseen = [WrongSettings, StartProblem, CannotStart].some((kind) => error instanceof kind);
  if (!isForeseen) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
