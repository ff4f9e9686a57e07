import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import {
  type HandedOn,
  handedOn,
  hasOwnBearer,
  headersToStore,
  idsIn,
  mayForward,
  type StoreReply,
  withoutOurIds,
} from '@octavo/kobo';
import type { FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { rawBodyOf } from '../../http/body-parsing.js';
import type { KoboCaller } from '../device.guard.js';
import { type StoreAsk, StoreClient } from './store-client.js';
import { targetBelowBase } from './target-below-base.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Asks the store what a device asked us, where the device's account there is used too. */
@Injectable()
export class StoreRelay {
  constructor(
    private readonly database: Database,
    private readonly client: StoreClient,
    private readonly logger: PinoLogger,
  ) {}

  /** What the store says to a device's request, whole; undefined where it is not asked or does not answer. */
  async ask(caller: KoboCaller, request: FastifyRequest, patience?: number): Promise<StoreReply | undefined> {
    const relayed = await this.relayed(caller, request);
    if (!relayed) return undefined;
    try {
      const answer = await this.client.ask(relayed, patience);
      // it was asked without a sign-in, since the device has none but ours: its refusal says nothing about the device
      return answer.status >= 400 && hasOwnBearer(request.headers) ? undefined : answer;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.note(caller, request, error.detail);
      return undefined;
    }
  }

  /** What of the store's answer goes to the device; undefined where our own is better. */
  handedOn(caller: KoboCaller, request: FastifyRequest, answer: StoreReply): HandedOn | undefined {
    const { path = '/' } = targetBelowBase(request.url) ?? {};
    const handed = handedOn(request.method, this.client.addressOf(path), answer);
    if (!handed) this.note(caller, request, `its answer (${answer.status}) is of no use to a device`);
    return handed;
  }

  private async relayed({ device, base }: KoboCaller, request: FastifyRequest): Promise<StoreAsk | undefined> {
    const target = device.storeProxy ? targetBelowBase(request.url) : undefined;
    if (!target || !METHODS.has(request.method) || !mayForward(target.path)) return undefined;
    const body = rawBodyOf(request);
    const theirs = await this.withoutOurs(target.path + target.query, body?.toString('latin1') ?? '');
    if (theirs === undefined) return undefined;
    const headers = headersToStore(request.headers);
    const ask = { method: request.method, target: theirs, headers, ...(body && { body }) };
    return tells(ask, base.split('/').at(-1)!) ? undefined : ask;
  }

  /** The target as it is, or without our ids in its lists; undefined where it, or the body, is about what is ours. */
  private async withoutOurs(target: string, body: string): Promise<string | undefined> {
    const [asked, written] = [idsIn(target), idsIn(body)];
    if (!asked || !written) return undefined;
    const ours = await this.database.ownIds.among([...asked, ...written]);
    return written.some((id) => ours.has(id)) ? undefined : withoutOurIds(target, ours);
  }

  private note({ device }: KoboCaller, { method, url }: FastifyRequest, reason: string): void {
    const path = targetBelowBase(url)?.path;
    this.logger.warn({ deviceId: device.id, method, path, reason }, 'the Kobo store was asked in vain');
  }
}

/** True where the device's token, which opens its library here, would reach the store. */
function tells({ target, headers, body }: StoreAsk, token: string): boolean {
  return target.includes(token) || JSON.stringify(headers).includes(token) || body?.includes(token) === true;
}
