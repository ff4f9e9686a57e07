import { All, Body, Query, Req, Res } from '@nestjs/common';
import { storeAnswer } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { ForwardUnknown } from './store/forward-unknown.js';
import { targetBelowBase } from './store/target-below-base.js';

/** Everything else a device calls is the store's business: it is asked where the device's account there is used. */
@DeviceRoute()
export class StoreController {
  constructor(private readonly forwardUnknown: ForwardUnknown) {}

  @All()
  root(): Record<string, never> {
    return {};
  }

  /** Without the store, or when it fails, a device gets the least it accepts. */
  @All('*')
  async anything(
    @Caller() caller: KoboCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    if (await this.forwardUnknown.answers(caller, request, reply)) return;
    const path = targetBelowBase(request.url)?.path.replace(/^\/v1\//i, '') ?? '';
    const answer = storeAnswer(request.method, path, { body, headers: request.headers, query });
    await reply.status(answer.status).type('application/json; charset=utf-8').send(answer.body);
  }
}
