import { answerText } from '../../answer-text.js';
import { htmlPage } from '../../html-page.js';
import type { Answer, Verdict } from '../../metadata-provider.js';
import { blocked, failureOf } from '../../verdicts.js';
import { textOf } from '../elements.js';
import { saysGone, saysNothingFound } from '../labels/page-words.js';
import { PageLookup } from '../page-lookup.js';
import { asinOf } from '../product/asin.js';
import { pageTitle, windowTitle } from '../product/page-title.js';
import { isList } from '../search/result-cards.js';

/** A page that can be read, or the verdict on one that cannot. `confirm` is the link that an age gate asks to follow. */
export type Classified =
  | { kind: 'product' | 'search'; lookup: PageLookup }
  | { kind: 'nothing-found' }
  | { kind: 'age-gate'; confirm: string }
  | { kind: 'verdict'; verdict: Exclude<Verdict<never>, { kind: 'found' }> };

/** A page with a book on it is many times as long; shorter ones are apologies. */
const SHORTEST_PAGE = 15_000;
const CHALLENGE = /awsWafCookieDomainList|gokuProps|AwsWafIntegration|id=["']challenge-container["']/;
const REFUSAL = /validateCaptcha|api-services-support@amazon\.com|Click the button below to continue shopping/i;
const REFUSAL_TITLE = /robot check|bot check|sorry! something went wrong/i;
const CONFIRM = /black-curtain.{0,40}save-eligibility|save-eligibility.{0,40}black-curtain|black-curtain-redirect/i;

/** What an answer is, before anything is read from it. What is not known for a page of the shop counts as refused. */
export function classify(answer: Answer): Classified {
  const early = beforeReading(answer);
  if (early !== undefined) return { kind: 'verdict', verdict: early };
  const text = answerText(answer);
  const page = htmlPage(text);
  if (page === undefined) return refused('a page nested or crowded beyond reason', answer);
  const lookup = new PageLookup(page, text);
  if (lookup.byTag('form', ({ action = '' }) => /validateCaptcha/i.test(action)).length > 0)
    return refused('a captcha', answer);
  if (isProduct(lookup)) return { kind: 'product', lookup };
  if (isList(lookup)) return { kind: 'search', lookup };
  return withoutBook(lookup, answer);
}

/** What headers and the status tell. A 404 that brings a captcha says nothing of the book. */
function beforeReading(answer: Answer): Exclude<Verdict<never>, { kind: 'found' }> | undefined {
  const challenge = answer.headers['x-amzn-waf-action'];
  if (challenge !== undefined) return blocked(`a challenge (${String(challenge).slice(0, 20)})`, answer);
  const failure = failureOf(answer);
  const isRefused = failure?.kind === 'not-found' && REFUSAL.test(answerText(answer));
  return isRefused ? blocked('a captcha', answer) : failure;
}

function isProduct(lookup: PageLookup): boolean {
  if (pageTitle(lookup) === undefined) return false;
  return (
    asinOf(lookup) !== undefined ||
    lookup.whereId(/^(?:detailbullets|productdetails|audibleproductdetails|rpi-attribute-)/).length > 0
  );
}

function withoutBook(lookup: PageLookup, answer: Answer): Classified {
  const { source } = lookup;
  const confirm = lookup.byTag('a', ({ href = '' }) => CONFIRM.test(href))[0]?.attr('href');
  if (confirm !== undefined) return { kind: 'age-gate', confirm };
  const title = windowTitle(lookup);
  if (REFUSAL_TITLE.test(title) || REFUSAL.test(source)) return refused('a captcha', answer);
  if (CHALLENGE.test(source)) return refused('a challenge', answer);
  if (saysGone(title) || lookup.byTag('img', ({ alt = '' }) => /dogs/i.test(alt)).length > 0)
    return { kind: 'verdict', verdict: { kind: 'not-found' } };
  if (lookup.byId('noResultsTitle').length > 0 || saysNothingFound(textOf(lookup.page.root())))
    return { kind: 'nothing-found' };
  return refused(
    source.length < SHORTEST_PAGE ? 'a page too short to be one of the shop' : 'a page of unknown layout',
    answer,
  );
}

function refused(reason: string, answer: Answer): Classified {
  return { kind: 'verdict', verdict: blocked(reason, answer) };
}
