import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checksumOf, headOf } from './checksum.js';
import { errnoOf, toolMissing } from './tool-missing.js';

// ELF; Mach-O of both byte orders and for several processors; Windows; a script. Anything else the system's C library
// would hand to a shell.
const BEGINNINGS = ['7f454c46', 'cffaedfe', 'feedfacf', 'cafebabe', '4d5a', '2321'];
// Others than the release's may carry more with them.
const LARGEST_BYTES = 512 * 1024 * 1024;

/**
 * The user's own program: its full path and its SHA-256, which is asked for nowhere but changes with what it makes.
 * Throws 'conversion.tool-missing' where it is not there or cannot be run; once aborted, the signal's reason.
 */
export async function ownProgram(path: string, signal?: AbortSignal): Promise<{ path: string; checksum: string }> {
  const full = resolve(path);
  try {
    const found = await stat(full);
    if (!found.isFile()) throw toolMissing('KEPUBIFY_PATH must name the program itself: this is a folder or the like.');
    if (found.size > LARGEST_BYTES) throw toolMissing('What KEPUBIFY_PATH names is far too large to be kepubify.');
    await access(full, constants.R_OK | constants.X_OK);
    const head = (await headOf(full, 4)).toString('hex');
    if (!BEGINNINGS.some((beginning) => head.startsWith(beginning))) {
      throw toolMissing('What KEPUBIFY_PATH names is no program.');
    }
    return { path: full, checksum: await checksumOf(full, signal) };
  } catch (error) {
    signal?.throwIfAborted();
    throw problemWith(error);
  }
}

function problemWith(error: unknown): unknown {
  const errno = errnoOf(error);
  if (!errno) return error;
  if (errno === 'ENOENT' || errno === 'ENOTDIR') {
    return toolMissing('KEPUBIFY_PATH names a file that is not there.', error);
  }
  return toolMissing(`The server's account may not read and run what KEPUBIFY_PATH names (${errno}).`, error);
}
