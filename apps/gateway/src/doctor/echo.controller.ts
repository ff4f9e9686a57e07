import { All, Controller, Param, Req, Res, UseFilters } from '@nestjs/common';
import { Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/session.guard.js';
import { rawBodyOf } from '../http/body-parsing.js';
import { isTrusted, publicAddress, reachedBy } from '../http/public-address.js';
import { KoboErrorFilter } from '../kobo/kobo-error.filter.js';
import { BIG_HEADER, DOWNLOAD, type Echo, ECHO_PATHS, SENT } from './echo.js';
import { isFresh, proofFor } from './nonce.js';

const PREFIX = '/kobo/doctor.';

/**
 * Answers the doctor's own requests, which come in through the front door like a device's. They lie where devices' do,
 * because proxies treat that path apart; no token has a dot, so they are never a device's.
 */
@Public()
@UseFilters(KoboErrorFilter)
@Controller('kobo/doctor.:nonce')
export class EchoController {
  constructor(private readonly database: Database) {}

  /** Tells what arrived. Without a fresh nonce there is nothing here. */
  @All('*')
  async echo(@Param('nonce') nonce: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { key, now } = await this.database.doctor.ground();
    if (!isFresh(nonce, key, now)) throw new DomainError('route.not-found');
    const target = request.url.slice(PREFIX.length + nonce.length);
    void reply.status(200).header('cache-control', 'no-store');
    if (target === ECHO_PATHS.download) return sendDownload(reply);
    void reply
      .header(SYNC_TOKEN_HEADER, target === ECHO_PATHS.headers ? BIG_HEADER : SENT.syncToken)
      .header(SYNC_HEADER, SYNC_CONTINUES)
      .type('application/json; charset=utf-8');
    await reply.send(echoOf(request, { proof: proofFor(nonce, key), target, bytes: rawBodyOf(request)?.length ?? 0 }));
  }
}

function echoOf(request: FastifyRequest, known: Pick<Echo, 'proof' | 'target' | 'bytes'>): Echo {
  const { headers, method } = request;
  const reached = reachedBy(request);
  return {
    ...known,
    method,
    authorization: headers.authorization === SENT.authorization,
    syncToken: headers[SYNC_TOKEN_HEADER] === SENT.syncToken,
    userAgent: headers['user-agent'] === SENT.userAgent,
    address: publicAddress(undefined, reached, ''),
    viaProxy: reached.viaProxy || Object.keys(reached.forwarded).length > 0,
    trusted: reached.peer !== undefined && isTrusted(reached.peer),
  };
}

function sendDownload(reply: FastifyReply): void {
  void reply
    .type('application/epub+zip')
    .header('content-length', String(DOWNLOAD.length))
    .header('content-disposition', 'attachment; filename="doctor.kepub.epub"')
    .send(DOWNLOAD);
}
