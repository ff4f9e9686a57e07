import { type OutboundAnswer, OutboundError } from '@octavo/outbound';
import type { PinoLogger } from 'nestjs-pino';
import type { Errand, Reading } from './errand.js';

/** What came of one request. */
interface Came {
  answer: OutboundAnswer | OutboundError;
  /** Undefined for a redirect. */
  reading: Reading<unknown> | undefined;
  ms: number;
}

/**
 * A line of the log for one request: who was asked, for what kind of page, and what came. Neither the address, which holds
 * a user's words, nor cookies, nor what stood in the answer.
 */
export function noteVisit(
  logger: Pick<PinoLogger, 'info' | 'warn'>,
  { provider, request }: Pick<Errand, 'provider' | 'request'>,
  { host }: URL,
  { answer, reading, ms }: Came,
): void {
  const isFailure = answer instanceof OutboundError;
  const came = isFailure ? { failure: answer.failure } : { status: answer.status, bytes: answer.body.byteLength };
  const says = reading === undefined ? 'redirect' : reading.kind === 'read' ? reading.says : reading.kind;
  const why = reading !== undefined && reading.kind !== 'read' ? { reason: reading.reason } : {};
  const level = reading === undefined || reading.kind === 'read' ? 'info' : 'warn';
  logger[level]({ provider: provider.id, host, kind: request.kind, ...came, says, ...why, ms }, 'provider asked');
}
