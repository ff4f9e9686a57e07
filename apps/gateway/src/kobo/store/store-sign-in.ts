import { Injectable } from '@nestjs/common';
import { type HandedOn, isOwnBearer, mergedResources, parsedJson, type Resources, storeResources } from '@octavo/kobo';
import type { FastifyRequest } from 'fastify';
import type { KoboCaller } from '../device.guard.js';
import { StoreRelay } from './store-relay.js';

/** The map for a device, or the store's word that it must sign in first. */
export type AddressMap = { resources: Resources; refused?: undefined } | { resources?: undefined; refused: HandedOn };

/** Signs devices in at the store whose account there is used too. */
@Injectable()
export class StoreSignIn {
  constructor(private readonly relay: StoreRelay) {}

  /** The store's answer to auth/device and auth/refresh: its tokens, or its refusal. Undefined: ours are to be given. */
  async tokens(caller: KoboCaller, request: FastifyRequest): Promise<HandedOn | undefined> {
    if (isOwnBearer(fieldOf(request.body, 'RefreshToken'))) return undefined; // it has none of the store's
    const answer = await this.relay.ask(caller, request);
    const handed = answer && this.relay.handedOn(caller, request, answer);
    if (!handed || handed.status >= 400) return handed;
    const given = parsedJson(handed.body);
    const complete = ['AccessToken', 'RefreshToken'].every((name) => isText(fieldOf(given, name)));
    return handed.status === 200 && complete ? handed : undefined;
  }

  /**
   * The map of addresses: the store's with ours over it, or ours alone when the store does not answer; as it is given
   * for a device of ours alone where no account is used. A device whose sign-in has ended gets the store's 401 instead,
   * since only that makes it renew its tokens.
   */
  async resources(caller: KoboCaller, request: FastifyRequest, own: Resources): Promise<AddressMap> {
    if (!caller.device.storeProxy) return { resources: own };
    const answer = await this.relay.ask(caller, request);
    const handed = answer && this.relay.handedOn(caller, request, answer);
    if (handed?.status === 401) return { refused: handed };
    return { resources: mergedResources(answer && storeResources(answer), own) };
  }
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
