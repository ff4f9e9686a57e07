import type { RandomAccess } from '@octavo/domain';
import { BlockCache } from './block-cache.js';
import type { DavClient } from './dav-client.js';
import { DavError } from './dav-error.js';
import { targetOf } from './entries.js';
import { getFile, type ByteRange } from './get-file.js';
import { LONGEST_WAIT_SEC, RANGE_LIMITS } from './limits.js';
import { readEtag } from './props.js';
import { readRange, type RangeRead, type Validators } from './read-range.js';
import type { Destination } from './redirects.js';
import { pauseAfter } from '../timing.js';

export interface RemoteFileOptions {
  /** As the server escapes it, from the base down. */
  path: string;
  /** In bytes, as it was listed. */
  size: number;
  /** The largest file that is read whole where the server gives no parts; it is kept in memory. */
  mostWhole?: number;
  signal?: AbortSignal;
}

const KIB = 1024;
const BLOCK_BYTES = 16 * KIB;
const MOST_BLOCKS = 24;
/** Larger reads are of one picture or page; they are passed on and not kept. */
const MOST_CACHED_READ = 128 * KIB;
const MOST_WHOLE = 32 * KIB * KIB;
/** An address we were sent to that is good no longer. */
const EXPIRED = new Set([400, 401, 403, 404, 410]);

/**
 * A file on the server that is read in parts. It is one state of the file from the first part to the last: where size, tag
 * or time of change differ between two parts, or from what was listed, it throws 'file_changed'. All errors are DavErrors.
 */
export class RemoteFile implements RandomAccess {
  readonly size: number;
  private readonly cache = new BlockCache(BLOCK_BYTES, MOST_BLOCKS);
  private readonly home: Destination;
  private at: Destination;
  private known: Validators | undefined;
  private whole: Uint8Array | undefined;

  constructor(
    private readonly client: DavClient,
    private readonly options: RemoteFileOptions,
  ) {
    this.size = options.size;
    const { connection } = client;
    this.home = { origin: connection.base.origin, target: targetOf(connection, options.path, false) };
    this.at = this.home;
  }

  /** The tag GET gave, once something was read. */
  get etag(): string | undefined {
    return this.known?.etag;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (offset < 0 || end <= offset) return new Uint8Array();
    if (this.whole) return this.whole.subarray(offset, end);
    if (end - offset > MOST_CACHED_READ) return this.fetch({ first: offset, last: end - 1 });
    const [first, last] = [Math.floor(offset / BLOCK_BYTES), Math.floor((end - 1) / BLOCK_BYTES)];
    const blocks = await Promise.all(this.blocks(first, last));
    const start = offset - first * BLOCK_BYTES;
    return joined(blocks).subarray(start, start + end - offset);
  }

  /** Blocks from the cache; of those that are not there, neighbours come with one request. */
  private blocks(first: number, last: number): Promise<Uint8Array>[] {
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const found = numbers.map((number) => this.cache.get(number));
    numbers.forEach((number, at) => {
      if (found[at]) return;
      const run = numbers.slice(at).findIndex((one) => this.cache.has(one));
      const count = run < 0 ? numbers.length - at : run;
      const bytes = this.fetch(this.rangeOf(number, count));
      for (let one = 0; one < count; one += 1) {
        const block = bytes.then((all) => all.subarray(one * BLOCK_BYTES, (one + 1) * BLOCK_BYTES));
        this.cache.put(number + one, block);
        found[at + one] = block;
      }
    });
    return found.filter((block) => block !== undefined);
  }

  private rangeOf(block: number, count: number): ByteRange {
    return { first: block * BLOCK_BYTES, last: Math.min((block + count) * BLOCK_BYTES, this.size) - 1 };
  }

  /** Exactly these bytes. A server may give fewer at a time than it is asked for. */
  private async fetch(range: ByteRange): Promise<Uint8Array> {
    if (this.whole) return this.whole.subarray(range.first, range.last + 1);
    const parts: Uint8Array[] = [];
    for (let first = range.first; first <= range.last;) {
      const { bytes } = await this.fetchSome({ first, last: range.last });
      if (bytes.byteLength === 0) throw new DavError('malformed_response');
      parts.push(bytes);
      first += bytes.byteLength;
    }
    return joined(parts);
  }

  private async fetchSome(range: ByteRange): Promise<RangeRead> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return this.accepted(await this.ask(range), range);
      } catch (error) {
        this.options.signal?.throwIfAborted();
        if (!(error instanceof DavError) || !error.passing || (error.retryAfter ?? 0) > LONGEST_WAIT_SEC) throw error;
        const pause = pauseAfter(attempt, this.client.timing, error.retryAfter);
        if (pause === undefined) throw error;
        await this.client.timing.sleep(pause, this.options.signal);
      }
    }
  }

  /** From where the last part came from, and from the beginning again when that is good no longer. */
  private async ask(range: ByteRange): Promise<RangeRead> {
    const { mostWhole = MOST_WHOLE, signal } = this.options;
    const order = { range, limits: RANGE_LIMITS, signal };
    try {
      const got = await getFile(this.client, { ...order, at: this.at });
      this.at = got.at;
      return await readRange(got, range, mostWhole);
    } catch (error) {
      const expired = error instanceof DavError && EXPIRED.has(error.status ?? 0) && this.at !== this.home;
      if (!expired) throw error;
      this.at = this.home;
      return this.ask(range);
    }
  }

  private accepted(read: RangeRead, range: ByteRange): RangeRead {
    const { validators } = read;
    const sizeIs = validators.size ?? this.size;
    if (sizeIs !== this.size) throw new DavError('file_changed');
    // Compared as weak ones (RFC 9110 §8.8.3.2): Apache's tag is weak in a file's first second, and strong from then on.
    if (differ(readEtag(validators.etag), readEtag(this.known?.etag))) throw new DavError('file_changed');
    if (differ(validators.modified, this.known?.modified)) throw new DavError('file_changed');
    this.known ??= validators;
    if (!read.whole) return read;
    this.whole = read.bytes;
    return { ...read, first: range.first, bytes: read.bytes.subarray(range.first, range.last + 1) };
  }
}

function differ(now: string | undefined, before: string | undefined): boolean {
  return now !== undefined && before !== undefined && now !== before;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  return first && parts.length === 1 ? first : Buffer.concat(parts);
}
