import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

/** Where secrets travel in requests; their values never reach a log line. */
const SECRET_HEADERS = ['authorization', 'cookie', 'x-kobo-userkey', 'x-kobo-deviceid', 'x-kobo-synctoken'];

/**
 * A device's token is a segment of its address, which a device may also carry in a query, encoded; set-up links carry
 * theirs in the query.
 */
export function withoutSecrets(url: string): string {
  return url
    .replace(/(\/|%2f)kobo(\/|%2f)[^/?#&%]+/gi, '$1kobo$2<token>')
    .replace(/([?&](?:token|code)=)[^&#]*/g, '$1<secret>');
}

/** Pino as nestjs-pino takes it: one line per request, readable on a terminal, JSON elsewhere. */
export function loggingFor(config: Config): Params {
  const pretty = (config.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json')) === 'pretty';
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      genReqId: (request: IncomingMessage) => request.headers['x-request-id'] ?? randomUUID(),
      redact: { paths: SECRET_HEADERS.map((name) => `req.headers["${name}"]`), censor: '<secret>' },
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          url: withoutSecrets(request.url),
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
      ...(pretty
        ? { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }
        : {}),
    },
  };
}
