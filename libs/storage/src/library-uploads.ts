import { xxh3 } from '@node-rs/xxhash';
import { DomainError } from '@octavo/domain';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errnoOf, refusal } from './file-problems.js';
import { flush } from './flush.js';
import { nameAnew } from './name-anew.js';
import { numbered } from './numbered-name.js';

/** A file that was received whole and has no name yet. */
export interface Received {
  fingerprint: string;
  /** In bytes. */
  size: bigint;
  /** Gives it its name in the library, or a similar one where that is taken; gives the path below the library. */
  keepAs(name: string): Promise<string>;
  /** Removes what was not kept. */
  discard(): Promise<void>;
}

const MOST_NAMESAKES = 1_000;

/** Where files a user brings are written into libraries. None is ever overwritten. */
export class LibraryUploads {
  /**
   * Writes a stream into the library under a hidden name that no watch looks at. Throws 'library.read-only' where that
   * is not allowed, 'library.unavailable' where the folder is not there.
   */
  async receive(root: string, stream: Readable): Promise<Received> {
    const draft = join(root, `.octavo-upload-${randomUUID()}.part`);
    const hash = xxh3.Xxh3.withSeed();
    let size = 0n;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += BigInt(chunk.byteLength);
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, counted, createWriteStream(draft, { flags: 'wx', mode: 0o644 }));
      await flush(draft);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw refusal(error, root);
    }
    const fingerprint = hash.digest().toString(16).padStart(16, '0');
    return {
      fingerprint,
      size,
      keepAs: (name) => keep(draft, root, name),
      discard: () => rm(draft, { force: true }),
    };
  }
}

async function keep(draft: string, root: string, wanted: string): Promise<string> {
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    const name = n === 1 ? safeName(wanted) : numbered(safeName(wanted), n);
    try {
      await nameAnew(draft, join(root, name));
      return name;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw refusal(error, root);
    }
  }
  throw new DomainError('library.read-only', `There are too many files called ${wanted}`);
}

/** Without what some disks do not take, and not hidden. */
function safeName(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, ''); // eslint-disable-line no-control-regex
  return Buffer.byteLength(clean) <= 240 ? clean : shortened(clean);
}

function shortened(name: string): string {
  const { name: stem, ext } = parse(name);
  return `${Buffer.from(stem)
    .subarray(0, 200)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}${ext}`;
}
