import { randomBytes, randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, WrongSettings } from './config.js';

const KEY_BYTES = 32;
/** How often a file that is not a whole key is looked at again: another process may be writing it. */
const LOOKS = 10;
const LOOK_EVERY_MS = 100;

/** SECRET_KEY, or the key in DATA_DIR, which the first start makes for its owner only. Base64 of 32 bytes. */
export async function secretKey({ SECRET_KEY, DATA_DIR }: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Promise<string> {
  return SECRET_KEY ?? keyIn(join(DATA_DIR, 'secret.key'));
}

/** Of any number of processes and threads that ask at once, all get the same key. Throws WrongSettings for what is no key. */
async function keyIn(file: string): Promise<string> {
  if ((await textOf(file)) === undefined) await makeKey(file);
  for (let look = 0; look < LOOKS; look++) {
    const key = (await textOf(file))?.trim() ?? '';
    if (Buffer.from(key, 'base64').length === KEY_BYTES) return key;
    await pause(LOOK_EVERY_MS);
  }
  throw new WrongSettings([
    `SECRET_KEY: ${file} holds no key; take it from a backup, or remove it to have a new one made`,
  ]);
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Whole or not at all, and never over another process's. On disk before anything is encrypted with it. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`).then(() => handle.sync());
    await handle.close();
    await putInPlace(draft, file);
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

async function putInPlace(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if (isThere(error)) return;
    // not every file system has hard links
    await copyFile(draft, file, constants.COPYFILE_EXCL).catch((again: unknown) => {
      if (!isThere(again)) throw again;
    });
  }
}

const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';
