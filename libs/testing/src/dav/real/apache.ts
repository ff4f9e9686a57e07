import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { apacheConfig, apachePasswords, type ApacheManners } from './apache-config.js';
import { readApacheLog, type ApacheSeen } from './apache-log.js';
import { findApache } from './find-servers.js';
import { startReal, type RealServer } from './real-server.js';

const LOG_WITHIN_MS = 60_000;

export interface RealApache extends RealServer {
  /**
   * What it was asked since it was started, nearly in order: a line is written after its answer has gone out, so two
   * answers in a row may change places, and `atLeast` so many lines are waited for. Throws when they do not come.
   */
  asked(atLeast?: number): Promise<ApacheSeen[]>;
}

/** Starts an Apache with mod_dav. Throws where this machine has none (findApache). */
export async function startApache(manners: ApacheManners): Promise<RealApache> {
  const found = findApache();
  if (!found) throw new Error('There is no Apache with mod_dav here');
  const { program: command, modules } = found;
  const server = await startReal({ name: 'apache', command, path: manners.prefix ?? '/dav/' }, async (place) => {
    const asRoot = process.getuid?.() === 0;
    await furnish(place.dir, apacheConfig(manners, { ...place, modules, asRoot }), apachePasswords(manners));
    return ['-D', 'FOREGROUND', '-f', join(place.dir, 'httpd.conf')];
  });
  return { ...server, asked: (atLeast = 0) => askedIn(join(server.dir, 'access.log'), atLeast) };
}

async function furnish(dir: string, config: string, passwords: string): Promise<void> {
  await mkdir(join(dir, 'locks'));
  await chmod(join(dir, 'locks'), 0o777); // its workers may be nobody
  await writeFile(join(dir, 'httpd.conf'), config);
  await writeFile(join(dir, 'passwords'), passwords);
  await writeFile(join(dir, 'mime.types'), 'application/epub+zip epub\n');
}

async function askedIn(log: string, atLeast: number): Promise<ApacheSeen[]> {
  for (const deadline = Date.now() + LOG_WITHIN_MS; ; await pause(20)) {
    const seen = readApacheLog(await readFile(log, 'utf8'));
    if (seen.length >= atLeast) return seen;
    if (Date.now() > deadline) throw new Error(`Apache was asked ${seen.length} times, and not ${atLeast}`);
  }
}
