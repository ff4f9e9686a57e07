import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { halfPicture, hugePicture, ONE_POINT_GIF } from '../covers/broken-pictures.js';
import { cmykPicture } from '../covers/cover-picture.js';
import type { ShopBook } from '../books/shop-book.js';
import { htmlAnswer, jsonAnswer, pictureAnswer, redirectAnswer, type ShopAnswer } from '../shop-answer.js';
import type { Fault, FaultName } from './fault.js';
import { latin1AsUtf8, utf8AsLatin1 } from './mislabelled.js';
import { AGE_COOKIE, ageGatePage, CAPTCHA_PAGE, CHALLENGE_PAGE, ERROR_PAGE, SORRY_PAGE } from './refusal-pages.js';
import { pour, send, sendSlowly, sendTruncated } from './wire.js';

/** Other books in the place of those a shop has. */
export type ChangeOfBooks = (books: readonly ShopBook[]) => readonly ShopBook[];

/** A request that goes wrong. */
export interface Scene {
  /** Path and query. */
  target: string;
  headers: IncomingHttpHeaders;
  response: ServerResponse;
  signIn: string;
  /** What the shop would have answered; with books changed on the way, where that is given. */
  honest: (change?: ChangeOfBooks) => Promise<ShopAnswer>;
}

/** Another answer in the place of the honest one. */
type Instead = (scene: Scene) => ShopAnswer | Promise<ShopAnswer>;

const HOSTILE =
  '<script>alert(1)</script><img src="x" onerror="alert(2)"><p onclick="alert(3)">Still <b>readable</b>.</p><iframe src="https://evil.invalid/"></iframe>';

const INSTEAD: Record<Exclude<FaultName, keyof typeof ON_THE_LINE>, Instead> = {
  'blocked-503': () => htmlAnswer(SORRY_PAGE, 503),
  captcha: () => htmlAnswer(CAPTCHA_PAGE),
  'waf-202': () => withHeader(htmlAnswer(CHALLENGE_PAGE, 202), 'x-amzn-waf-action', 'challenge'),
  'waf-202-empty': () => withHeader(htmlAnswer('', 202), 'x-amzn-waf-action', 'challenge'),
  'waf-405': () => withHeader(htmlAnswer(CHALLENGE_PAGE, 405), 'x-amzn-waf-action', 'captcha'),
  'age-gate': ({ target, headers, honest }) =>
    headers.cookie?.includes(AGE_COOKIE) ? honest() : htmlAnswer(ageGatePage(target)),
  'sign-in': ({ signIn, target }) => redirectAnswer(`${signIn}?returnurl=${encodeURIComponent(target)}`),
  'latin1-as-utf8': async ({ honest }) => latin1AsUtf8(await honest()),
  'utf8-as-latin1': async ({ honest }) => utf8AsLatin1(await honest()),
  'html-for-json': () => htmlAnswer('<!doctype html><title>Welcome</title><h1>Welcome</h1><p>We have moved.</p>'),
  'json-for-html': () => jsonAnswer({ status: 'ok', message: 'There is no page here.' }),
  empty: async ({ honest }) => ({ ...(await honest()), body: '' }),
  'cut-in-half': async ({ honest }) => halved(await honest()),
  'script-in-description': ({ honest }) =>
    honest((books) => books.map((book) => ({ ...book, description: `${HOSTILE}${book.description}` }))),
  'not-found': ({ honest }) => honest(() => []),
  'html-cover': () => ({
    ...htmlAnswer('<!doctype html><h1>No picture</h1>'),
    headers: { 'content-type': 'image/jpeg' },
  }),
  'gif-cover': () => pictureAnswer(ONE_POINT_GIF, 'image/gif'),
  'cmyk-cover': async () => pictureAnswer(await cmykPicture({ width: 600, height: 900 })),
  'huge-cover': async () => pictureAnswer(await hugePicture()),
  'half-cover': async () => pictureAnswer(await halfPicture()),
};

const ON_THE_LINE = {
  hang: () => undefined,
  'hang-up': ({ response }: Scene) => void response.destroy(),
  truncated: async ({ honest, response }: Scene) => sendTruncated(await honest(), response),
  endless: async ({ honest, response }: Scene) => pour(await honest(), response, Infinity),
} as const;

/** Answers with a fault. */
export async function commit(fault: Fault, scene: Scene): Promise<void> {
  const { response, honest } = scene;
  if (typeof fault === 'string') {
    if (isOnTheLine(fault)) return ON_THE_LINE[fault](scene);
    return send(await INSTEAD[fault](scene), response);
  }
  if ('slowMs' in fault) return sendSlowly(await honest(), response, fault.slowMs);
  if ('bodyMb' in fault) return pour(await honest(), response, fault.bodyMb * 1_000_000);
  if ('redirectTo' in fault) return send(redirectAnswer(fault.redirectTo), response);
  if ('status' in fault) return send(htmlAnswer(ERROR_PAGE, fault.status), response);
  return send(withHeader(htmlAnswer(ERROR_PAGE, 429), 'retry-after', String(fault.retryAfterSec)), response);
}

function isOnTheLine(fault: FaultName): fault is keyof typeof ON_THE_LINE {
  return Object.hasOwn(ON_THE_LINE, fault);
}

function withHeader(answer: ShopAnswer, name: string, value: string): ShopAnswer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

/** Whole for the wire, and half of what it should be. */
function halved(answer: ShopAnswer): ShopAnswer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
