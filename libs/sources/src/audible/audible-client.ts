import type { Timing } from '../timing.js';
import type { Ask, Asked } from './ask.js';
import { AudibleError } from './audible-error.js';
import type { Authority } from './authority.js';
import { refusal } from './account/refusal.js';
import { failureOf, networkFailure, type Failure } from './failures.js';
import { judgeAnswer, type Expected, type JudgedAnswer, type Rejection } from './judge-answer.js';
import type { Json } from './library/json-value.js';
import { pauseMs } from './pauses.js';
import { expectedAt, targetOf, type Query } from './target.js';

export interface AudibleAnswer {
  /** Holds what an answer for this path must hold. */
  json: Json;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
}

/** What became of a question that is put in another way where it fails. */
export type AudibleOutcome =
  | { kind: 'answered'; answer: AudibleAnswer }
  /** Too much for the server: a smaller page may help. */
  | { kind: 'heavy'; error: AudibleError }
  | { kind: 'rejected'; about: Rejection; error: AudibleError };

/** What happens meanwhile, for a log. */
export type AudibleNotice =
  { kind: 'waits'; why: string; ms: number; attempt: number } | { kind: 'refused'; status: number; again: boolean };

export interface AudibleClientOptions {
  /** "https://api.audible.de"; a path in it goes before every other, and is signed with it. */
  origin: string;
  authority: Authority;
  timing: Timing;
  userAgent?: string;
  notice?: (event: AudibleNotice) => void;
  /** Seconds: how long a server may have us wait before we come back another time instead. 300 in the background. */
  longestWaitSec?: number;
}

const AGENT = 'Audible/671 CFNetwork/1240.0.4 Darwin/20.6.0';
/** Between the beginnings of two calls. */
const GAP_MS = 200;
const LONGEST_WAIT_SEC = 300;
/** All pauses of one client together. */
const PAUSE_BUDGET_MS = 15 * 60 * 1000;
/** With a fresh time, a renewed token, the other way: an authority that always says "again" is not believed. */
const MOST_REFUSALS = 4;

type Met = { kind: 'sound'; answer: AudibleAnswer } | { kind: 'refused'; error: AudibleError } | Failed;
type Failed = { kind: 'failed'; failure: Failure };

/** Reads from one shop with one account: one question after the other, repeated where that may help. It only ever GETs. */
export class AudibleClient {
  /** What was sent, repetitions included. */
  calls = 0;
  /** Of these the repetitions. */
  retries = 0;
  private readonly origin: string;
  private readonly prefix: string;
  private freeAt = 0;
  private pausedMs = 0;

  constructor(
    private readonly ask: Ask,
    private readonly options: AudibleClientOptions,
  ) {
    const { origin, pathname } = new URL(options.origin);
    this.origin = origin;
    this.prefix = pathname.replace(/\/$/, '');
  }

  get timing(): Timing {
    return this.options.timing;
  }

  /** Throws AudibleError where there is no sound answer, and the signal's reason once aborted. */
  async get(path: string, query: Query, signal?: AbortSignal): Promise<AudibleAnswer> {
    const outcome = await this.tryGet(path, query, signal);
    if (outcome.kind === 'answered') return outcome.answer;
    throw outcome.error;
  }

  /** The same for those who can ask differently: a server that breaks down over it, or rejects it, is no error. */
  async tryGet(path: string, query: Query, signal?: AbortSignal): Promise<AudibleOutcome> {
    const expected = expectedAt(path);
    const target = `${this.prefix}${targetOf(path, query)}`;
    let refusals = 0;
    for (let attempt = 1; ;) {
      const met = await this.exchange(target, expected, signal);
      if (met.kind === 'sound') return { kind: 'answered', answer: met.answer };
      if (met.kind === 'refused') {
        refusals += 1;
        if (refusals > MOST_REFUSALS) throw met.error;
      } else {
        const { error, mostTries, then } = met.failure;
        if (attempt >= mostTries || !(await this.pause(met.failure, attempt, signal))) {
          if (then) return { ...then, error };
          throw error;
        }
        attempt += 1;
      }
      this.retries += 1;
    }
  }

  /** One call. What is refused for good throws. */
  private async exchange(target: string, expected: Expected, signal: AbortSignal | undefined): Promise<Met> {
    await this.turn(signal);
    const { authority, timing, longestWaitSec = LONGEST_WAIT_SEC } = this.options;
    const headers = await authority.headersFor({ method: 'GET', target, body: '' });
    signal?.throwIfAborted();
    this.calls += 1;
    let asked: Asked;
    try {
      asked = await this.ask({
        method: 'GET',
        origin: this.origin,
        target,
        headers: { ...this.ownHeaders(), ...headers },
        signal,
      });
    } catch (error) {
      signal?.throwIfAborted();
      return { kind: 'failed', failure: networkFailure(error) };
    }
    const judged: JudgedAnswer = judgeAnswer(asked, expected, timing.now());
    if (judged.kind === 'refused') return this.refused(asked, headers);
    // Whatever else is wrong with it, an answer to the question itself is no refusal.
    if (judged.kind === 'ok' || judged.kind === 'rejected') authority.accepted(headers);
    if (judged.kind === 'ok') return { kind: 'sound', answer: { json: judged.json, headers: asked.headers } };
    return { kind: 'failed', failure: failureOf(judged, asked.status, longestWaitSec) };
  }

  private async refused(asked: Asked, headers: Readonly<Record<string, string>>): Promise<Met> {
    const { authority, notice, timing } = this.options;
    const again = await authority.refused(headers);
    notice?.({ kind: 'refused', status: asked.status, again });
    const error = refusal(asked, timing.now());
    if (!again) throw error;
    return { kind: 'refused', error };
  }

  private ownHeaders(): Record<string, string> {
    const { userAgent = AGENT } = this.options;
    return { accept: 'application/json', 'accept-charset': 'utf-8', 'user-agent': userAgent };
  }

  /** Waits until the last call is long enough ago. Several who wait at once are let through one by one. */
  private async turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const { timing } = this.options;
    const now = timing.now();
    const at = Math.max(now, this.freeAt);
    this.freeAt = at + GAP_MS;
    if (at > now) await timing.sleep(at - now, signal);
  }

  /** False where all the patience there was is used up. */
  private async pause({ waitSec, error }: Failure, attempt: number, signal: AbortSignal | undefined): Promise<boolean> {
    const { timing, notice } = this.options;
    const ms = waitSec === undefined ? pauseMs(attempt, timing) : waitSec * 1000;
    if (this.pausedMs + ms > PAUSE_BUDGET_MS) return false;
    this.pausedMs += ms;
    notice?.({ kind: 'waits', why: error.reason, ms, attempt });
    await timing.sleep(ms, signal);
    return true;
  }
}
