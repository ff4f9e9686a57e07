import type { ItemFacts } from './remote-item.js';

/** Whether a file is the one it was. What is doubtful is looked at again when there is time, and not read anew. */
export type ItemDifference = 'same' | 'changed' | 'doubtful';

/**
 * Whether the file at a path is still the one that is known there, by two listings. It makes no difference which of the
 * two is the older. Another size is a change, whatever else is said; where the sizes agree, or one is not known:
 *
 * |                             | time equal          | time differs | time unknown |
 * | --------------------------- | ------------------- | ------------ | ------------ |
 * | etag equal                  | same                | same         | same         |
 * | etag differs                | doubtful (see note) | changed      | changed      |
 * | etag unknown, or other form | same                | changed      | same         |
 *
 * Note: changed where a size is not known. Nextcloud gives a file another etag for a while after its upload, and servers
 * that make etags of inodes do so when a disk is restored: with size and time as they were, that is no proof.
 *
 * An equal etag counts more than another time, as it does in conditional requests (RFC 9110 §13.2.2). Etags of two forms
 * come of two programs, or of two settings of one, and tell nothing of the file. Ids are not asked: a file may be
 * replaced under one id, and stay under another.
 */
export function compareItems(known: ItemFacts, now: ItemFacts): ItemDifference {
  const size = agreement(known.size, now.size);
  const time = agreement(known.mtimeMs, now.mtimeMs);
  const etag = etagAgreement(known.etag, now.etag);
  if (size === 'differs') return 'changed';
  if (etag === 'equal') return 'same';
  if (etag === 'differs') return size === 'equal' && time === 'equal' ? 'doubtful' : 'changed';
  return time === 'differs' ? 'changed' : 'same';
}

/**
 * What an etag looks like, its letters and digits left out: "1a2b-5f3e" and "9-44" have one form, which is not that of
 * "5d41402a". A minus before it is no part of the form: one server writes hexadecimal numbers with a sign.
 */
export function etagForm(etag: string): string {
  return etag.replace(/^-/, '').replace(/[A-Za-z0-9_+/=]+/g, 'x');
}

type Agreement = 'equal' | 'differs' | 'unknown';

function agreement<T>(one: T | null, other: T | null): Agreement {
  if (one === null || other === null) return 'unknown';
  return one === other ? 'equal' : 'differs';
}

function etagAgreement(one: string | null, other: string | null): Agreement {
  const isComparable = one !== null && other !== null && etagForm(one) === etagForm(other);
  return isComparable ? agreement(one, other) : 'unknown';
}
