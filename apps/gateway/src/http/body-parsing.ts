import { DomainError } from '@octavo/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isForDav } from '../dav/dav-paths.js';

/** Kobo's analytics are the largest bodies that are read whole. */
export const BODY_LIMIT = 5 * 1024 * 1024;

const RAW_BODY = Symbol('the body as it came');

/** Where devices call at the root of our site, beside /kobo/. */
const READING_SERVICES = ['/api/v3/content/', '/api/UserStorage/', '/api/internal/notebooks'];

type WithRawBody = FastifyRequest & { [RAW_BODY]?: Buffer };

/** The body of a device's request, byte for byte; undefined where there is none, or it is no device's. */
export function rawBodyOf(request: FastifyRequest): Buffer | undefined {
  return (request as WithRawBody)[RAW_BODY];
}

/**
 * Reads bodies whatever their content type says: devices send JSON under any name, or nothing at all. What is no JSON
 * is an error for our own API and left as bytes where devices call. Below /dav all bodies are XML, and left as bytes.
 */
export function parseBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    if (isForDav(request.url)) return done(null, body);
    if (request.url.startsWith('/kobo/')) (request as WithRawBody)[RAW_BODY] = body;
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('application/x-www-form-urlencoded')) {
      return done(null, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
    }
    try {
      done(null, JSON.parse(withoutNul(body.toString('utf8'))) as unknown);
    } catch (error) {
      if (isForDevices(request.url)) done(null, body);
      else done(new DomainError('request.invalid', 'The body is not JSON', { cause: error }));
    }
  });
}

/** True for an address that only devices call. */
export const isForDevices = (url: string) => ['/kobo/', ...READING_SERVICES].some((start) => url.startsWith(start));

/** JSON may name the character NUL, which PostgreSQL holds in no text: it is left out wherever it stands. */
function withoutNul(json: string): string {
  return json.includes('\\u0000') ? json.replace(/(?<=(?<!\\)(?:\\\\)*)\\u0000/g, '') : json;
}
