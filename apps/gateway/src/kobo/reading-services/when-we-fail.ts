import { type ArgumentsHost, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { DomainError } from '@octavo/domain';
import { withoutSecrets } from '@octavo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { STATUS_OF } from '../../http/status.js';

/**
 * What a device gets from a route when we fail, the guard included. It does not hear of it: by some answers it loses
 * highlights. What is its own doing, such as a bearer nobody knows, it gets as everywhere.
 */
export function WhenWeFail(answer: { status: number; body: unknown }) {
  @Catch()
  class FailureFilter implements ExceptionFilter {
    constructor(private readonly logger: PinoLogger) {}

    catch(error: unknown, host: ArgumentsHost): void {
      const request = host.switchToHttp().getRequest<FastifyRequest>();
      const reply = host.switchToHttp().getResponse<FastifyReply>();
      const refused = error instanceof DomainError && STATUS_OF[error.kind] < 500 ? STATUS_OF[error.kind] : undefined;
      const url = withoutSecrets(request.url);
      if (refused === undefined) this.logger.error({ err: error, url }, 'a device was not told of an error');
      void reply
        .status(refused ?? answer.status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(refused === undefined ? answer.body : {}));
    }
  }
  return UseFilters(FailureFilter);
}
