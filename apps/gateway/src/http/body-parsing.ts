import { DomainError } from '@octavo/domain';
import type { FastifyInstance } from 'fastify';

/** Kobo's analytics are the largest bodies that are read whole. */
export const BODY_LIMIT = 5 * 1024 * 1024;

/**
 * Reads bodies whatever their content type says: devices send JSON under any name, or nothing at all. What is no JSON
 * is an error for our own API and left as bytes for devices.
 */
export function parseBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('application/x-www-form-urlencoded')) {
      return done(null, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
    }
    try {
      done(null, JSON.parse(body.toString('utf8')) as unknown);
    } catch (error) {
      if (request.url.startsWith('/kobo/')) done(null, body);
      else done(new DomainError('request.invalid', 'The body is not JSON', { cause: error }));
    }
  });
}
