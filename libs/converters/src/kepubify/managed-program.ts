import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checksumOf, headOf } from './checksum.js';
import { BadAnswer, download, type ProxySettings } from './download.js';
import type { KepubifyLimits } from './limits.js';
import { addressBelow } from './may-follow.js';
import { assetFor, KEPUBIFY_CHECKSUMS, KEPUBIFY_VERSION, thisMachine } from './release.js';
import { errnoOf, toolMissing } from './tool-missing.js';

export interface ManagedSource {
  folder: string;
  downloadFrom: string;
  checksums?: ReadonlyMap<string, string> | undefined;
  proxy?: ProxySettings | undefined;
  limits: KepubifyLimits;
}

/** A program that is to lie at a place, and what it must be. */
interface Wanted extends ManagedSource {
  asset: string;
  checksum: string;
  place: string;
}

const ABANDONED_AFTER_MS = 60 * 60_000;
// Errors while writing do not name the file.
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG', 'EMFILE', 'ENFILE']);
const OR_YOUR_OWN = 'or name a kepubify of your own with KEPUBIFY_PATH';

/**
 * The path of the release's program for this machine, fetched where it is not there or not what it must be. Several
 * processes may do so at once: each writes a file of its own, and only a checked one gets the final name.
 * Throws 'conversion.tool-missing'; once aborted, the signal's reason.
 */
export async function managedProgram(source: ManagedSource, signal?: AbortSignal): Promise<string> {
  const wanted = wantedFrom(source);
  try {
    if (!(await isGenuine(wanted, signal))) await replace(wanted, signal);
    await access(wanted.place, constants.X_OK).catch(() => chmod(wanted.place, 0o755));
    return wanted.place;
  } catch (error) {
    signal?.throwIfAborted();
    throw problemWith(error, wanted);
  }
}

function wantedFrom(source: ManagedSource): Wanted {
  const machine = thisMachine();
  const asset = assetFor(machine);
  const checksum = asset && (source.checksums ?? KEPUBIFY_CHECKSUMS).get(asset);
  if (asset && checksum) {
    return { ...source, asset, checksum, place: join(resolve(source.folder), KEPUBIFY_VERSION, asset) };
  }
  const kind = `${machine.platform} on ${machine.arch}`;
  throw toolMissing(`There is no kepubify ${KEPUBIFY_VERSION} for ${kind}: name one of your own with KEPUBIFY_PATH.`);
}

/** Whether the very program lies at its place: a link is not it, wherever it leads. */
async function isGenuine({ place, checksum, limits }: Wanted, signal?: AbortSignal): Promise<boolean> {
  try {
    const found = await lstat(place);
    return found.isFile() && found.size <= limits.programBytes && (await checksumOf(place, signal)) === checksum;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** On failure nothing wrong is left at the place; what another process has put there meanwhile stays if it is right. */
async function replace(wanted: Wanted, signal?: AbortSignal): Promise<void> {
  const folder = join(wanted.place, '..');
  await mkdir(folder, { recursive: true });
  await sweep(folder, wanted.asset);
  const draft = `${wanted.place}.${randomUUID()}.part`;
  try {
    await fetchChecked(wanted, draft, signal);
    if ((await lstat(wanted.place).catch(() => undefined))?.isDirectory()) await rm(wanted.place, { recursive: true });
    await rename(draft, wanted.place);
  } catch (error) {
    await rm(draft, { force: true });
    if (await isGenuine(wanted)) return;
    await rm(wanted.place, { force: true, recursive: true });
    throw error;
  }
}

async function fetchChecked(
  { asset, checksum, downloadFrom, proxy, limits }: Wanted,
  draft: string,
  signal?: AbortSignal,
) {
  const address = addressBelow(downloadFrom, asset);
  if (!address) throw toolMissing('KEPUBIFY_DOWNLOAD_URL is not an address that begins with https:// or http://.');
  const sent = await download({ address, into: draft, proxy, limits }, signal);
  if (sent !== checksum) throw new BadAnswer(`${await whatCame(draft)}, which was thrown away`);
  await chmod(draft, 0o755);
}

async function whatCame(draft: string): Promise<string> {
  const head = (await headOf(draft, 512)).toString('latin1').trimStart();
  if (head === '') return 'sends an empty file';
  return head.startsWith('<') ? 'sends a web page instead' : 'sends a file with another checksum';
}

/** Drafts of processes that were killed. */
async function sweep(folder: string, asset: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${asset}.`) && name.endsWith('.part'));
  for (const draft of drafts.map((name) => join(folder, name))) {
    const since = (await lstat(draft).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - since > ABANDONED_AFTER_MS) await rm(draft, { force: true, recursive: true });
  }
}

function problemWith(error: unknown, { downloadFrom, asset }: Wanted): unknown {
  const host = addressBelow(downloadFrom, asset)?.host;
  const wrong = `kepubify ${KEPUBIFY_VERSION} could not be fetched:`;
  const errno = errnoOf(error);
  if (error instanceof BadAnswer) {
    return toolMissing(`${wrong} ${host} ${error.message}. Check KEPUBIFY_DOWNLOAD_URL, ${OR_YOUR_OWN}.`, error);
  }
  if (!errno) return error;
  if (DISK_TROUBLE.has(errno) || 'path' in Object(error)) {
    return toolMissing(`${wrong} DATA_DIR cannot be used (${errno}). Mend that, ${OR_YOUR_OWN}.`, error);
  }
  const mend = `Check the network and KEPUBIFY_DOWNLOAD_URL, ${OR_YOUR_OWN}.`;
  return toolMissing(`${wrong} ${host} cannot be reached, or broke off (${errno}). ${mend}`, error);
}
