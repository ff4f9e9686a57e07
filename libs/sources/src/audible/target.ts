import type { Expected } from './judge-answer.js';

export type Query = readonly (readonly [name: string, value: string])[];

/** All that may be asked for with an account's credentials, and what a sound answer holds. They could buy and return. */
const ALLOWED: readonly { path: RegExp; expected: Expected }[] = [
  { path: /^\/1\.0\/library$/, expected: { key: 'items', isList: true } },
  { path: /^\/1\.0\/library\/[A-Z0-9]{10}$/, expected: { key: 'item', isList: false } },
  { path: /^\/1\.0\/catalog\/products$/, expected: { key: 'products', isList: true } },
  { path: /^\/1\.0\/catalog\/products\/[A-Z0-9]{10}$/, expected: { key: 'product', isList: false } },
  {
    path: /^\/1\.0\/annotations\/lastpositions$/,
    expected: { key: 'asin_last_position_heard_annots', isList: true },
  },
];

/** What the answer for a path holds. Throws TypeError for every path that is not to be asked for. */
export function expectedAt(path: string): Expected {
  const found = ALLOWED.find((one) => one.path.test(path));
  if (!found) throw new TypeError('This path of Audible is not to be asked for');
  return found.expected;
}

/** Path and query as they are signed and sent. Nothing is left in it that anybody on the way could write otherwise. */
export function targetOf(path: string, query: Query): string {
  const written = query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
  return written === '' ? path : `${path}?${written}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
