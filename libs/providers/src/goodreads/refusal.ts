import type { Answer, Verdict } from '../metadata-provider.js';
import { blocked, failureOf } from '../verdicts.js';

type Failure = Exclude<Verdict<never>, { kind: 'found' }>;

/** Pages of the fence around Goodreads; the script "challenge.js" alone is on every page and means nothing. */
const FENCE = /awsWafCookieDomainList|gokuProps|AwsWafIntegration|id=["']challenge-container["']/;
/** A fence has two thousand characters, a page of a book a hundred times as many. */
const LONGEST_FENCE = 30_000;
const TOO_SLOW = /Goodreads request took too long/i;
/** A page that says no more than what went wrong. */
const LONGEST_EXCUSE = 30_000;
/** As a whole title, so that books called "404" are books. */
const NOT_THERE = /<title>\s*(?:Page not found|404(?: not found| error)?)\s*(?:[|–-]\s*Goodreads\s*)?<\/title>/i;

/** Why an answer of Goodreads is none; undefined for one that is worth reading. */
export function refusal(answer: Answer, text: string): Failure | undefined {
  const fence = answer.headers['x-amzn-waf-action'];
  if (fence !== undefined) return blocked(`the fence wants a ${fence.slice(0, 20)}`, answer);
  if (answer.status === 202) return blocked('status 202', answer);
  if (/\/user\/sign_in|\/ap\/signin/.test(pathOf(answer.url))) return blocked('it wants a sign-in', answer);
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  if (text.trim() === '') return blocked('an empty answer', answer);
  if (text.length < LONGEST_FENCE && FENCE.test(text)) return blocked('a page of the fence', answer);
  const head = text.slice(0, 20_000);
  if (text.length < LONGEST_EXCUSE && TOO_SLOW.test(head)) return { kind: 'outage', reason: 'it took too long' };
  return NOT_THERE.test(head) ? { kind: 'not-found' } : undefined;
}

export function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : '';
}
