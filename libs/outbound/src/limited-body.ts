import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutboundError } from './problems.js';

interface Limit {
  /** Of the unpacked body, in bytes. */
  mostBytes: number;
  host: string;
}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The whole body, unpacked. Throws OutboundError as soon as it is longer than it may be, or cannot be unpacked. */
export async function limitedBody(body: Readable, encoding = '', { mostBytes, host }: Limit): Promise<Uint8Array> {
  const unpackers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => UNPACKERS[name.trim()]?.())
    .filter((unpacker) => unpacker !== undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = unpackers.reverse().reduce((from: NodeJS.ReadableStream, to) => {
      from.on('error', (error: Error) => (to as unknown as Readable).destroy(error));
      return from.pipe(to);
    }, body);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new OutboundError('too-large', `${host} sends more than it may`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    body.destroy();
    if (String((error as { code?: unknown }).code).startsWith('Z_'))
      throw new OutboundError('broken-off', `${host} sends what cannot be unpacked`, { cause: error });
    throw error;
  }
}
