import { asObject } from './audible-reply.js';
import type { AudibleLibrary, LibraryEntry } from './audible-library.js';

/** Which titles of a library are asked for, and in which order. */
export interface ListingQuestion {
  /** One of SORT_ORDERS. */
  sort: string;
  statuses: readonly string[];
  pending: boolean;
  /** Milliseconds; with `strict` only what was bought later. */
  purchasedAfter?: number;
  strict: boolean;
  /** Only what changed after this moment. */
  changedAfter?: number;
  /** Only the parts of this title; without one, only what is no part. */
  parent?: string;
  /** The parent itself is among its parts. */
  withParent: boolean;
  /** Of a podcast only so many episodes, the newest. */
  episodes: number;
  title?: string;
  author?: string;
}

type Key = (entry: LibraryEntry) => number | string;

const KEYS: Readonly<Record<string, Key>> = {
  PurchaseDate: ({ purchased }) => purchased,
  Title: ({ row }) => textIn(asObject(row)?.['title']),
  Author: ({ row }) => textIn(firstName(row, 'authors')),
  Narrator: ({ row }) => textIn(firstName(row, 'narrators')),
  Length: ({ row }) => Number(asObject(row)?.['runtime_length_min'] ?? 0) || 0,
};

/** The titles in order. Those of one rank stay as they came, whichever way is asked for. */
export function listed(library: AudibleLibrary, question: ListingQuestion): readonly LibraryEntry[] {
  const { sort, statuses, pending, parent, withParent, episodes } = question;
  const name = JSON.stringify([sort, statuses, pending, parent, withParent, episodes]);
  const all = library.inOrder(name, (entries) => {
    const meant = belowParent(entries, question);
    return inOrder(meant, sort).filter(({ row }) => statuses.includes(statusOf(row)) && (pending || !isPending(row)));
  });
  return isNarrow(question) ? all.filter((entry) => fits(entry, question)) : all;
}

function belowParent(entries: readonly LibraryEntry[], question: ListingQuestion): readonly LibraryEntry[] {
  const { parent, withParent, episodes } = question;
  const parts = entries.filter((entry) => entry.parent === parent);
  const itself = parent === undefined ? undefined : entries.find(({ asin }) => asin === parent);
  const isPodcast = asObject(itself?.row)?.['content_delivery_type'] === 'PodcastParent';
  const some = isPodcast ? inOrder(parts, '-PurchaseDate').slice(0, episodes) : parts;
  return itself && withParent ? [itself, ...some] : some;
}

function inOrder(entries: readonly LibraryEntry[], sort: string): LibraryEntry[] {
  const way = sort.startsWith('-') ? -1 : 1;
  const key = KEYS[sort.replace('-', '')] ?? (() => 0);
  const ranked = entries.map((entry) => ({ entry, rank: key(entry) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -way : a.rank > b.rank ? way : 0)).map(({ entry }) => entry);
}

function isNarrow({ purchasedAfter, changedAfter, title, author }: ListingQuestion): boolean {
  return [purchasedAfter, changedAfter, title, author].some((one) => one !== undefined);
}

function fits({ row, purchased, changed }: LibraryEntry, question: ListingQuestion): boolean {
  const { purchasedAfter, strict, changedAfter = -Infinity, title = '', author = '' } = question;
  const since = purchasedAfter ?? -Infinity;
  const boughtSince = strict && purchasedAfter !== undefined ? purchased > since : purchased >= since;
  const { title: named, authors } = asObject(row) ?? {};
  const isNamed = textIn(named).includes(title.toLowerCase());
  const isBy = author === '' || textIn(JSON.stringify(authors ?? '')).includes(author.toLowerCase());
  return boughtSince && changed > changedAfter && isNamed && isBy;
}

const textIn = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');

function firstName(row: unknown, field: string): unknown {
  const people = asObject(row)?.[field];
  return Array.isArray(people) ? asObject(people[0])?.['name'] : undefined;
}

function statusOf(row: unknown): string {
  return asObject(row)?.['status'] === 'Revoked' ? 'Revoked' : 'Active';
}

function isPending(row: unknown): boolean {
  return asObject(asObject(row)?.['library_status'])?.['is_pending'] === true;
}
