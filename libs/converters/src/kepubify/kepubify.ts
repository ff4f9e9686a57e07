import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DomainError } from '@octavo/domain';
import type { KepubOptions } from '../kepub/kepub-options.js';
import { conversionFlags } from './conversion-flags.js';
import type { ProxySettings } from './download.js';
import { isOutage, troubleIn } from './last-words.js';
import { KEPUBIFY_LIMITS, type KepubifyLimits } from './limits.js';
import { managedProgram } from './managed-program.js';
import { ownProgram } from './own-program.js';
import { KEPUBIFY_VERSION } from './release.js';
import { type Ending, runProgram } from './run-program.js';
import { errnoOf, toolMissing } from './tool-missing.js';
import { type Trial, tryProgram } from './try-program.js';
import { inWorkFolder, keepResult, RESULT_NAME, SOURCE_NAME } from './work-folder.js';

export interface KepubifySource {
  /** The user's own program; then nothing is downloaded. */
  path?: string | undefined;
  /** Folder for what is downloaded, ours alone. */
  folder: string;
  /** Address the files of release 4.0.4 lie below. */
  downloadFrom: string;
  /** Proxies for the download, as an environment names them. */
  proxy?: ProxySettings | undefined;
  /** Instead of the release's: SHA-256 by the name of the file. */
  checksums?: ReadonlyMap<string, string>;
  /** Instead of KEPUBIFY_LIMITS. */
  limits?: Partial<KepubifyLimits>;
}

/** What was found to be the program, and what it may cost. */
interface Prepared extends Trial {
  program: string;
  recipe: string;
  limits: KepubifyLimits;
}

/** kepubify, a program of others that makes KEPUBs, for those who ask for it. It is run, never trusted. */
export class Kepubify {
  private constructor(private readonly prepared: Prepared) {}

  /**
   * Makes sure that the program is there, is what it should be and runs: its checksum is computed anew at every start,
   * and one that is wrong is thrown away and fetched once. The user's own needs no checksum.
   * Throws 'conversion.tool-missing' with what to do; once aborted, the signal's reason.
   */
  static async prepare(source: KepubifySource, signal?: AbortSignal): Promise<Kepubify> {
    signal?.throwIfAborted();
    const limits = { ...KEPUBIFY_LIMITS, ...source.limits };
    if (source.path) {
      const { path, checksum } = await ownProgram(source.path, signal);
      const trial = await tryProgram(path, limits, signal);
      return new Kepubify({ ...trial, program: path, recipe: `kepubify-${checksum.slice(0, 12)}`, limits });
    }
    const program = await managedProgram({ ...source, limits }, signal);
    const trial = await tryProgram(program, limits, signal);
    const [version, recipe] = [KEPUBIFY_VERSION, `kepubify-${KEPUBIFY_VERSION}`];
    return new Kepubify({ ...trial, program, version, recipe, limits });
  }

  /** '4.0.4'; of the user's own program what it says of itself, at most 60 characters. */
  get version(): string {
    return this.prepared.version;
  }

  /** Names what the output depends on besides book and options; a new one makes what older ones wrote stale. */
  get recipe(): string {
    return this.prepared.recipe;
  }

  /**
   * Makes a KEPUB of the EPUB at `input` and puts it at `output`, all of it or nothing; whether its pages and spans are
   * worth keeping is for verifyKepub to say. Equal input does not give equal bytes.
   * Throws 'file.vanished' without an input, 'conversion.failed' with what the program said, 'conversion.tool-missing'
   * when it is gone, a plain error when the disk is full; once aborted, the signal's reason.
   */
  async convert(input: string, output: string, how: { options: KepubOptions; signal?: AbortSignal }): Promise<void> {
    const { options, signal } = how;
    signal?.throwIfAborted();
    const flags = conversionFlags(options);
    const bytes = await sizeOf(input);
    await inWorkFolder(input, output, async (folder) => {
      const ending = await this.run(flags, folder, { bytes, signal });
      const trouble = troubleIn(ending, [folder, ...[this.prepared.program, input, output].map(folderOf)]);
      if (trouble) throw await this.problemOf(ending, trouble);
      await keepResult(folder, output);
    });
  }

  private run(flags: string[], folder: string, book: { bytes: number; signal: AbortSignal | undefined }) {
    const { program, fence, limits } = this.prepared;
    const within = limits.conversionMs(book.bytes);
    const names = ['-o', RESULT_NAME, '--', SOURCE_NAME];
    const [command = program, ...args] = [...fence(within), program, ...flags, ...names];
    return runProgram({ command, args, folder, within }, book.signal);
  }

  private async problemOf(ending: Ending, trouble: string): Promise<Error> {
    if (isOutage(ending)) return new Error(`kepubify ${trouble}`);
    try {
      await access(this.prepared.program, constants.X_OK);
    } catch (error) {
      return toolMissing('kepubify is gone, or may not be run any more. The next start looks for it again.', error);
    }
    return new DomainError('conversion.failed', `kepubify ${trouble}.`);
  }
}

const folderOf = (path: string) => dirname(resolve(path));

/** In bytes. */
async function sizeOf(input: string): Promise<number> {
  try {
    return (await stat(input)).size;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw new DomainError('file.vanished', undefined, { cause: error });
    throw error;
  }
}
