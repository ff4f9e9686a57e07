import { verify } from 'node:crypto';
import type { AudibleAccount, AudibleDevice } from './audible-account.js';
import type { AudibleQuestion } from './audible-question.js';
import { refusalReply, type AudibleReply } from './audible-reply.js';

/** Whoever is let in, and by what. */
export interface LetIn {
  account: AudibleAccount;
  by: 'signature' | 'access token';
}

const ALGORITHM = 'SHA256withRSA:1.0';
/** The forms of a signature's time that are known to be accepted: UTC, and one that says so twice. */
const TIMES = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+00:00)?Z$/;
/** What is said to all who are not let in. */
export const REFUSED = refusalReply(403, 'Request could not be authenticated');
/** What is said to the pair of headers that was the way until 2025. */
const OLD_WAY = refusalReply(400, 'The token does not correspond to the specified Client-ID');

/** Who a request is of, or how it is refused: signatures are verified over what came, tokens looked up. */
export function letIn(question: AudibleQuestion, accounts: readonly AudibleAccount[]): LetIn | AudibleReply {
  const { headers } = question.seen;
  if (headers.authorization !== undefined || headers['client-id'] !== undefined) return OLD_WAY;
  if (headers['x-adp-signature'] !== undefined) return bySignature(question, accounts) ?? REFUSED;
  return byToken(question, accounts) ?? REFUSED;
}

function byToken(question: AudibleQuestion, accounts: readonly AudibleAccount[]): LetIn | undefined {
  const token = headerOf(question, 'x-amz-access-token');
  const holder = holderOf(token, accounts, question.now);
  return holder && { account: holder.account, by: 'access token' };
}

/** Whose access token that is, if it is good. */
export function holderOf(
  token: string,
  accounts: readonly AudibleAccount[],
  now: number,
): { account: AudibleAccount; device: AudibleDevice } | undefined {
  const account = accounts.find(({ accessTokens }) => accessTokens.has(token));
  const held = account?.accessTokens.get(token);
  return account && held && now < held.until ? { account, device: held.device } : undefined;
}

function bySignature(question: AudibleQuestion, accounts: readonly AudibleAccount[]): LetIn | undefined {
  const { seen } = question;
  const signed = headerOf(question, 'x-adp-signature');
  const colon = signed.indexOf(':');
  const [signature, time] = [signed.slice(0, colon), signed.slice(colon + 1)];
  const adpToken = headerOf(question, 'x-adp-token');
  const account = accounts.find(({ devices }) => devices.some((device) => device.adpToken === adpToken));
  const device = account?.devices.find((one) => one.adpToken === adpToken);
  const isPlain = colon > 0 && headerOf(question, 'x-adp-alg') === ALGORITHM && isInTime(time, question);
  if (!account || !device || !isPlain) return undefined;
  const text = [seen.method, seen.target, time, seen.body, adpToken].join('\n');
  const isRight = isBase64(signature) && verify('sha256', Buffer.from(text), device.keys.publicKey, bytesOf(signature));
  return isRight ? { account, by: 'signature' } : undefined;
}

function isInTime(time: string, { treat, manners, now }: AudibleQuestion): boolean {
  const written = TIMES.exec(time)?.[1];
  const skew = treat.skewedClock ?? 0;
  const tolerance = manners.clockTolerance ?? (treat.skewedClock === undefined ? Infinity : 300);
  return written !== undefined && Math.abs(Date.parse(`${written}Z`) - now - skew * 1000) <= tolerance * 1000;
}

const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

/** Standard base64 with its padding, and nothing that decoders pass over. */
const isBase64 = (text: string) => bytesOf(text).toString('base64') === text;

function headerOf({ seen }: AudibleQuestion, name: string): string {
  return seen.headers[name]?.toString() ?? '';
}
