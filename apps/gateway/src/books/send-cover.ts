import type { CoverQuery } from '@octavo/contracts';
import { DomainError } from '@octavo/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CoverImages } from './cover-images.js';

/** Where only one side of the box is given, the other does not bind. */
const UNBOUND = 4_000;

/** A cover as it is wanted; null: there is none. */
interface CoverWanted extends CoverQuery {
  coverId: string | null;
}

/**
 * Sends a cover, whole or fitted into the box that is asked for. An address with `v` is good for a year; any other is asked
 * for again each time, and answered with 304 where it is the same. Throws 'cover.not-found'.
 */
export async function sendCover(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  covers: CoverImages,
  { coverId, width, height, v }: CoverWanted,
): Promise<void> {
  if (!coverId) throw new DomainError('cover.not-found');
  const etag = `"${coverId}-${width ?? ''}x${height ?? ''}"`;
  // Only with an answer: a refusal that a browser keeps for a year is one too many.
  const withHeaders = () =>
    reply
      .header('etag', etag)
      .header('cache-control', v ? 'private, max-age=31536000, immutable' : 'private, no-cache');
  if (request.headers['if-none-match'] === etag) return void withHeaders().status(304).send();
  const size = width || height ? { width: width ?? UNBOUND, height: height ?? UNBOUND } : undefined;
  const { bytes, mediaType } = size ? await covers.sized(coverId, size) : await covers.original(coverId);
  void withHeaders().type(mediaType).header('x-content-type-options', 'nosniff').send(Buffer.from(bytes));
}
