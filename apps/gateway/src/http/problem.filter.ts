import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@octavo/contracts';
import { DomainError } from '@octavo/domain';
import { withoutSecrets } from '@octavo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { isForDevices } from './body-parsing.js';
import { STATUS_OF } from './status.js';

/** Any error as application/problem+json (RFC 9457). What is not in the problem table says nothing about our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemFrom(error, request.id);
    if (problem.status >= 500 && !(error instanceof DomainError)) {
      this.logger.error({ err: error, requestId: request.id, url: withoutSecrets(request.url) }, 'a request failed');
    }
    if (error instanceof DomainError && error.retryAfter !== undefined) {
      void reply.header('retry-after', String(error.retryAfter));
    }
    sendProblem(problem, request, reply);
  }
}

/** A device reads no problem documents: it gets the status and an empty object. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const device = isForDevices(request.url);
  void reply
    .status(problem.status)
    .type(`application/${device ? 'json' : 'problem+json'}; charset=utf-8`)
    .send(device ? {} : problem);
}

/** Any error as a problem; `requestId` is what the log knows it by. */
export function problemFrom(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    const { code, title, detail, kind } = error;
    const errors = hasParts(error) ? { errors: error.errors } : {};
    return { type: `/problems/${code}`, title, status: STATUS_OF[kind], detail, instance: requestId, ...errors };
  }
  const status = statusOf(error);
  if (status === 404) return problemFrom(new DomainError('route.not-found'), requestId);
  if (status < 500) {
    return { ...problemFrom(new DomainError('request.invalid', (error as Error).message), requestId), status };
  }
  return {
    type: '/problems/internal',
    title: 'Something went wrong on our side',
    status: 500,
    detail: `The log tells more; look for ${requestId}`,
    instance: requestId,
  };
}

/** Errors that say of each part what is wrong with it. */
function hasParts(error: DomainError): error is DomainError & Required<Pick<Problem, 'errors'>> {
  return 'errors' in error;
}

/** Nest's and Fastify's own errors carry a status. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
