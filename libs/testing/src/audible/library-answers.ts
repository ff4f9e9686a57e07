import { createHash } from 'node:crypto';
import type { AudibleLibrary, LibraryEntry } from './audible-library.js';
import { jsonReply, refusalReply, type AudibleReply } from './audible-reply.js';
import type { OwnersQuestion } from './audible-question.js';
import { listed, type ListingQuestion } from './library-listing.js';
import { libraryConstraints, objection, objectionTo } from './query-constraints.js';
import { groupsIn } from './response-groups.js';
import { rowWriter, treatedRows, type RowView } from './rows.js';

/** GET /1.0/library: a page of what somebody owns, or of what changed. */
export function libraryPage(question: OwnersQuestion): AudibleReply {
  const { seen, query, treat, manners, account } = question;
  const library = account.library(seen.country);
  const said = objectionTo(query, libraryConstraints(manners)) ?? objectionToTokens(question, library);
  if (said !== undefined) return refusalReply(400, said);
  const size = Number(query.get('num_results') ?? 50);
  if (treat.failAbovePageSize !== undefined && size > treat.failAbovePageSize)
    return refusalReply(500, 'Whoops! Looks like something went wrong.');
  const continued = query.get('continuation_token');
  const page = treat.ignorePage ? 1 : Number(query.get('page') ?? 1);
  const start = continued === null ? (page - 1) * size : offsetIn(continued, query);
  if (start === undefined) return refusalReply(400, objection('continuation_token', '…', 'Member must be valid'));
  const deepest = continued === null ? (manners.deepest ?? 10_000) : (manners.continuationDeepest ?? Infinity);
  if (start + size > deepest) return refusalReply(400, 'Implied library size is unsupported');
  const all = listed(library, listingQuestion(question));
  const rows = all.slice(start, start + size).map(({ row }) => row);
  const headers = headersOf(question, library, { total: all.length, start, end: start + size });
  return itemsReply(rows, question, headers);
}

/** GET /1.0/library/{asin}: one title of it. */
export function libraryItem(question: OwnersQuestion, asin: string): AudibleReply {
  const { seen, query, treat, manners, account } = question;
  const said = objectionTo(query, libraryConstraints(manners));
  if (said !== undefined) return refusalReply(400, said);
  const entry = account.library(seen.country).find(asin);
  if (!entry || isTakenAway(entry)) return refusalReply(404, `ASIN ${asin} not present in customer library`);
  const [row] = treatedRows([entry.row], treat, question.now);
  const view = viewOf(query);
  return written(`{"item":${rowWriter(view)(row)},"response_groups":${groupsTold(view)}}`, {});
}

function itemsReply(rows: readonly unknown[], { seen, query, treat }: OwnersQuestion, headers: Record<string, string>) {
  const view = viewOf(query);
  const isTreated = treat.hollow !== undefined || treat.shuffleArrays;
  const told = isTreated ? treatedRows(rows, treat, seen.at + (turn += 1)) : rows;
  const items = told.map(rowWriter(view)).join(',');
  return written(`{"items":[${items}],"response_groups":${groupsTold(view)}}`, headers);
}

/** So that no two pages are shuffled alike. */
let turn = 0;

function written(body: string, headers: Record<string, string>): AudibleReply {
  return { ...jsonReply(200, {}, headers), body };
}

function viewOf(query: URLSearchParams): RowView {
  return {
    groups: groupsIn(query.get('response_groups')),
    imageSizes: query.get('image_sizes')?.split(',').map(trimmed),
  };
}

const trimmed = (text: string) => text.trim();

const groupsTold = ({ groups }: RowView) => JSON.stringify(['always-returned', ...groups]);

const isTakenAway = ({ row }: LibraryEntry) => (row as { status?: unknown }).status === 'Revoked';

function objectionToTokens({ query, treat }: OwnersQuestion, library: AudibleLibrary): string | undefined {
  const state = query.get('state_token');
  if (state !== null && (treat.staleStateToken || !library.hasTold(state)))
    return objection('state_token', state, 'Member must be a token of this library');
  if (query.has('continuation_token') && query.has('page'))
    return objection('page', query.get('page') ?? '', 'Member must not be given beside continuationToken');
  return undefined;
}

function listingQuestion({ query, manners }: OwnersQuestion): ListingQuestion {
  const [after, state] = [query.get('purchased_after'), query.get('state_token')];
  const [parent, title, author] = ['parent_asin', 'title', 'author'].map((name) => query.get(name) ?? undefined);
  return {
    sort: query.get('sort_by') ?? '-PurchaseDate',
    statuses: (query.get('status') ?? 'Active').split(',').map(trimmed),
    pending: query.get('include_pending') === 'true',
    ...(after !== null && { purchasedAfter: Date.parse(after) }),
    strict: manners.purchasedAfter === 'strict',
    ...(state !== null && { changedAfter: Number(state) }),
    ...{ parent, title, author },
    withParent: manners.parentAmongParts ?? false,
    episodes: manners.episodes ?? 10,
  };
}

interface Extent {
  total: number;
  start: number;
  end: number;
}

function headersOf({ query, treat, manners }: OwnersQuestion, library: AudibleLibrary, extent: Extent) {
  const { totals = true, stateToken = 'sent', continuation = 'off' } = manners;
  const { total, start, end } = extent;
  return {
    ...(totals && !treat.noTotals && { 'total-count': String(total) }),
    ...(start === 0 && stateToken === 'sent' && { 'state-token': library.tellState() }),
    ...(start === 0 && stateToken === 'zero' && { 'state-token': '0' }),
    ...(continuation !== 'off' && end < total && { 'continuation-token': continuationToken(end, query) }),
  };
}

/** Where the next page begins, and of which question: every other parameter is to be the same. */
function continuationToken(offset: number, query: URLSearchParams): string {
  return Buffer.from(JSON.stringify([offset, markOf(query)])).toString('base64url');
}

function offsetIn(token: string, query: URLSearchParams): number | undefined {
  const [, offset, mark] = /^\[(\d+),"([0-9a-f]+)"\]$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  return mark === markOf(query) ? Number(offset) : undefined;
}

function markOf(query: URLSearchParams): string {
  const same = [...query].filter(([name]) => name !== 'page' && name !== 'continuation_token').sort();
  return createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 16);
}
