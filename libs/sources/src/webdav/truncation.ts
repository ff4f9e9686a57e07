/** Why a listing is not believed to be all there is. */
export type PartialReason =
  /** The server says so (507). */
  | 'insufficient_storage'
  /** A Link header leads to more. */
  | 'more_pages'
  /** As many as a provider gives at most. */
  | 'page_cap'
  /** The same round number as before, though the folder changed. */
  | 'suspicious_count'
  /** The server does not say what some things are. */
  | 'items_refused'
  /** The folder does not list itself, so something was left out. */
  | 'no_self';

/** A folder as an earlier listing left it. */
export interface FolderBefore {
  count: number;
  etag?: string;
  modified?: Date;
}

export interface Listed {
  count: number;
  etag?: string | undefined;
  modified?: Date | undefined;
  hasSelf: boolean;
  insufficient: boolean;
  refused: number;
  link: string | undefined;
}

/** One provider gives at most so many things of a folder and says nothing of the others. */
export const KNOWN_PAGE_CAPS: readonly number[] = [750];
const SUSPICIOUS_FROM = 500;
const ROUND = 100;

/** What speaks against a listing that came to its end. */
export function partialReasons(listed: Listed, before?: FolderBefore, caps = KNOWN_PAGE_CAPS): PartialReason[] {
  const { count, hasSelf, insufficient, refused, link } = listed;
  const reasons: [PartialReason, boolean][] = [
    ['no_self', !hasSelf],
    ['insufficient_storage', insufficient],
    ['items_refused', refused > 0],
    ['more_pages', /;\s*rel\s*=\s*"?[^";,]*\bnext\b/i.test((link ?? '').slice(0, 8192))],
    ['page_cap', caps.includes(count)],
    ['suspicious_count', isSuspicious(listed, before)],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

function isSuspicious({ count, etag, modified }: Listed, before?: FolderBefore): boolean {
  if (!before || count < SUSPICIOUS_FROM || count % ROUND !== 0 || count !== before.count) return false;
  return differs(etag, before.etag) || differs(modified?.getTime(), before.modified?.getTime());
}

function differs<Value>(now: Value | undefined, then: Value | undefined): boolean {
  return now !== undefined && then !== undefined && now !== then;
}
