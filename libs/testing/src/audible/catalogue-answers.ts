import type { AudibleQuestion } from './audible-question.js';
import { jsonReply, refusalReply, type AudibleReply } from './audible-reply.js';
import { catalogueConstraints, objectionTo } from './query-constraints.js';
import { groupsIn, OWNERS_GROUPS } from './response-groups.js';
import { rowWriter } from './rows.js';

/** Finds a product of a store; undefined for none. */
export type FindProduct = (asin: string) => unknown;

const MOST_AT_ONCE = 50;

/** GET /1.0/catalog/products/{asin}: what is known of a title; of an unknown one its number. */
export function catalogueProduct(question: AudibleQuestion, find: FindProduct, asin: string): AudibleReply {
  return objected(question) ?? productsReply(question, find, [asin], ([product]) => `"product":${product}`);
}

/** GET /1.0/catalog/products?asins=…: up to 50 of them; of a parameter that comes twice it takes the first. */
export function catalogueProducts(question: AudibleQuestion, find: FindProduct): AudibleReply {
  const asins = question.query.get('asins');
  if (asins === null) return refusalReply(501, 'The stand-in does not search.');
  const wanted = asins.split(',').slice(question.treat.leaveOut ?? 0);
  return objected(question) ?? productsReply(question, find, wanted, (all) => `"products":[${all.join(',')}]`);
}

function objected({ query, manners }: AudibleQuestion): AudibleReply | undefined {
  const said = objectionTo(query, catalogueConstraints(MOST_AT_ONCE, manners, OWNERS_GROUPS));
  return said === undefined ? undefined : refusalReply(400, said);
}

function productsReply(
  { query, manners }: AudibleQuestion,
  find: FindProduct,
  asins: readonly string[],
  named: (products: readonly string[]) => string,
): AudibleReply {
  const groups = groupsIn(query.get('response_groups'));
  const imageSizes = query
    .get('image_sizes')
    ?.split(',')
    .map((size) => size.trim());
  const write = rowWriter({ groups, imageSizes, ownerless: true });
  const products = asins.map((asin) => {
    const found = find(asin);
    if (found === undefined) return JSON.stringify({ asin });
    return write(manners.productsWithoutAsin ? { ...Object(found), asin: undefined } : found);
  });
  const told = JSON.stringify(['always-returned', ...groups]);
  return { ...jsonReply(200, {}), body: `{${named(products)},"response_groups":${told}}` };
}
