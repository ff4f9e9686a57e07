import { withoutSecrets } from '@octavo/platform';
import type { FastifyInstance } from 'fastify';
import type { PinoLogger } from 'nestjs-pino';

/**
 * One line per request, when its answer is out: refusals at info, failures of ours as errors, all others at debug. A hook
 * of Fastify's, since the logger's own middleware is never called on it.
 */
export function logRequests(fastify: FastifyInstance, logger: PinoLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      url: withoutSecrets(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) logger.error(line, 'request failed');
    else if (reply.statusCode >= 400) logger.info(line, 'request refused');
    else logger.debug(line, 'request answered');
    done();
  });
}
