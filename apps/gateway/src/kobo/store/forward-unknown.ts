import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KoboCaller } from '../device.guard.js';
import { sendHandedOn } from './send-handed-on.js';
import { StoreClient } from './store-client.js';
import { StoreRelay } from './store-relay.js';

/** While the store is silent a sync asks for a dozen things one after the other: none of them may wait long. */
const SHORT_PATIENCE_MS = 2_000;

/** Lets the store answer what we know nothing of. */
@Injectable()
export class ForwardUnknown {
  constructor(
    private readonly relay: StoreRelay,
    private readonly client: StoreClient,
  ) {}

  /**
   * Answers a device with what the store says to its request. False, with nothing sent, where it is ours to answer: the
   * account is not used, the request is about what is ours or tells of the reader's doings, or the store fails.
   */
  async answers(caller: KoboCaller, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const patience = this.client.isSilent ? SHORT_PATIENCE_MS : undefined;
    const answer = await this.relay.ask(caller, request, patience);
    const handed = answer && this.relay.handedOn(caller, request, answer);
    if (handed) await sendHandedOn(handed, reply);
    return handed !== undefined;
  }
}
