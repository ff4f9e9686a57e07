import { DomainError } from '@octavo/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { byteRange } from './byte-range.js';

/** The bytes of a file, wherever they lie. */
export interface SentBytes {
  /** Throws where they are not there, or not the ones that were announced. */
  check(): Promise<void>;
  /** From the first byte to the last, both included. Throws before anything is sent, if it throws. */
  stream(start: number, end: number): Promise<Readable>;
}

/** A file to be sent. */
export interface Sending {
  bytes: SentBytes;
  /** Of the content, without quotes: the same bytes, the same text. */
  checksum: string;
  mediaType: string;
  /** As the user's machine is to call it. */
  fileName: string;
  size: number;
  /** False where the bytes stand in for others: a range of the one is no range of the other. */
  ranges?: boolean;
}

/** Streams a file with ranges, validators and an exact length; HEAD gets the same headers. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: Sending): Promise<FastifyReply> {
  const { bytes, size } = file;
  await bytes.check();
  const etag = `"${file.checksum}"`;
  void reply
    .header('etag', etag)
    .header('accept-ranges', file.ranges === false ? 'none' : 'bytes')
    .header('content-disposition', disposition(file.fileName))
    .header('cache-control', 'private, no-cache')
    .type(file.mediaType);
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  const range =
    file.ranges === false
      ? ({ kind: 'whole' } as const)
      : byteRange(request.headers.range, request.headers['if-range'] as string | undefined, etag, size);
  if (range.kind === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${size}`).send();
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: size - 1 };
  const body = request.method === 'HEAD' || size === 0 ? Readable.from([]) : await bytes.stream(start, end);
  if (range.kind === 'part') void reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`);
  void reply.header('content-length', String(end - start + 1));
  // To a HEAD, Fastify keeps the length of a stream's headers, but of anything else it sends the length of that.
  return reply.send(body);
}

/** Bytes that lie here; `expected` is how many: a file that has become another one is not sent under the old name. */
export function bytesHere(path: string, expected: number): SentBytes {
  return {
    check: async () => {
      const handle = await open(path, 'r').catch((error: unknown) => {
        throw new DomainError('file.vanished', 'The file is not where it was', { cause: error });
      });
      const { size } = await handle.stat().finally(() => handle.close());
      if (size !== expected) throw new DomainError('file.settling', 'The file has changed; it is being read again');
    },
    stream: (start, end) => Promise.resolve(createReadStream(path, { start, end })),
  };
}

/** Both forms of the name: plain ASCII for old clients, RFC 5987 for all others. */
export function disposition(fileName: string): string {
  const ascii =
    fileName
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\/]/g, '_')
      .trim() || 'book';
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
