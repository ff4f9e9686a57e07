import { All, Body, Query, Req, Res } from '@nestjs/common';
import { storeAnswer } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceRoute } from './device-route.js';

/** Everything else a device calls is the store's business; it gets the least it accepts. */
@DeviceRoute()
export class StoreController {
  @All()
  root(): Record<string, never> {
    return {};
  }

  @All('*')
  async anything(
    @Req() request: FastifyRequest<{ Params: { token: string } }>,
    @Body() body: unknown,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const path = request.url.split('?')[0]!.split('/').slice(3).join('/').replace(/^v1\//i, '');
    const answer = storeAnswer(request.method, path, { body, headers: request.headers, query });
    await reply.status(answer.status).type('application/json; charset=utf-8').send(answer.body);
  }
}
