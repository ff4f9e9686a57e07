import { answerText } from '../answer-text.js';
import type { Candidate, SearchHit } from '../candidate.js';
import { distinctHits, hitFrom } from '../hits.js';
import { at, isObject, listAt, parseJson } from '../json-value.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { failureOf } from '../verdicts.js';
import { candidateFrom } from './product.js';

/** A single product: `{ product: {...} }`. */
export function readProduct(answer: Answer, asked: string, settings: ProviderSettings): Verdict<Candidate> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const found = parseJson(answerText(answer));
  const product = at(found, 'product');
  if (!isObject(product)) return { kind: 'outage', reason: 'no product' };
  const value = candidateFrom(product, settings, asked);
  return value === undefined ? { kind: 'not-found' } : { kind: 'found', value };
}

/** A list of products, each with all the catalogue says of it: `{ products: [...] }`. */
export function readProducts(answer: Answer, settings: ProviderSettings): Verdict<SearchHit[]> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const found = parseJson(answerText(answer));
  if (!Array.isArray(at(found, 'products'))) return { kind: 'outage', reason: 'no list of products' };
  const hits = listAt(found, 'products').flatMap((product) => candidateFrom(product, settings) ?? []);
  return hits.length === 0 ? { kind: 'not-found' } : { kind: 'found', value: distinctHits(hits.map(hitFrom)) };
}
