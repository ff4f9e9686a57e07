import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@octavo/domain';
import { withoutSecrets } from '@octavo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { STATUS_OF } from '../http/status.js';

/** Errors as a device takes them: a status and an empty JSON object, never HTML and never a problem document. */
@Catch()
export class KoboErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = error instanceof DomainError;
    if (!known) this.logger.error({ err: error, url: withoutSecrets(request.url) }, 'a device got an error');
    void reply
      .status(known ? STATUS_OF[error.kind] : 500)
      .type('application/json; charset=utf-8')
      .send({});
  }
}
