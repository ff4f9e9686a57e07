import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { constants, copyFile, type FileHandle, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WrongSettings } from './config.js';

const KEY_BYTES = 32;
/** How often a file that is not whole is looked at again: another process may be writing it. */
const LOOKS = 10;
const LOOK_EVERY_MS = 100;

/** Another key: 32 bytes in base64. */
export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/** The keys of a house in a file of its owner's: one a line, the first encrypts, the others only decrypt. */
export class KeyFile {
  constructor(readonly path: string) {}

  /**
   * The keys; where there is no file, it is made with one. Of any number of processes and threads that ask at once, all
   * get the same. Throws WrongSettings where a line is no key.
   */
  async keys(): Promise<readonly string[]> {
    if (textOf(this.path) === undefined) await make(this.path);
    for (let look = 0; look < LOOKS; look++) {
      const keys = this.keysNow();
      if (keys.length > 0) return keys;
      await pause(LOOK_EVERY_MS);
    }
    throw new WrongSettings([
      `SECRET_KEY: ${this.path} holds no key, or a line that is none; take it from a backup, or remove it to have a new one made`,
    ]);
  }

  get isThere(): boolean {
    return textOf(this.path) !== undefined;
  }

  /** As the file is at this moment; none where it is not there, cannot be read or is not whole. */
  keysNow(): readonly string[] {
    const lines = (textNow(this.path) ?? '').split('\n').map((line) => line.trim());
    const keys = lines.filter((line) => line !== '');
    return keys.every((key) => Buffer.from(key, 'base64').length === KEY_BYTES) ? keys : [];
  }

  /**
   * Puts other keys into the place of those that were read `before`: whole or not at all, on disk when it resolves, and
   * of the same owner. Only one at a time may; throws WrongSettings where somebody else has changed the file since.
   */
  async replace(before: readonly string[], keys: readonly string[]): Promise<void> {
    const file = await realpath(this.path);
    const draft = `${file}.new`;
    await rm(draft, { force: true }); // of one who was killed
    try {
      await write(draft, keys, await stat(file));
      if (this.keysNow().join() !== before.join())
        throw new WrongSettings([`SECRET_KEY: somebody else changes ${this.path}`]);
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
    await flushFolder(dirname(file));
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function textNow(file: string): string | undefined {
  try {
    return textOf(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and never over another process's. On disk before anything is encrypted with it. */
async function make(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await write(draft, [newKey()]);
    await putInPlace(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(file));
}

async function write(draft: string, keys: readonly string[], owner?: { uid: number; gid: number }): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    if (owner) await giveTo(handle, owner);
    await handle.writeFile(keys.map((key) => `${key}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whoever changes the keys may be root; whoever reads them must still be able to. */
async function giveTo(handle: FileHandle, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  if ((await handle.stat()).uid !== uid) await handle.chown(uid, gid);
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

/** The name is on disk too; where a file system cannot flush folders, it is when it is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
