import type { MetadataSource } from '../book-metadata.js';
import { sourceRank } from './ranks.js';

/** A cover that is kept or offered; sizes in pixels. */
export interface CoverFacts {
  source: MetadataSource;
  provider?: string;
  width: number;
  height: number;
}

export interface KeptCover {
  /** Undefined where there is none. */
  cover?: CoverFacts;
  isLocked?: boolean;
  /** True where a person took it away. */
  isCleared?: boolean;
  /** True for comics and PDFs: what is shown is their first page, as it is. */
  isPageBased: boolean;
}

export interface CoverRules {
  mode: 'normal' | 'refresh';
  /** True where the user lets found covers take the place of those in files. */
  overrides: boolean;
}

export interface CoverDecision<Offer extends CoverFacts> {
  /** The one to take; undefined: what is kept stays. */
  take?: Offer;
  /** For people and logs. */
  reason: string;
}

/** How many times the pixels a found cover needs over that of the file. */
const CLEARLY_LARGER = 1.5;
/** How far the shapes may differ, as a share. */
const SIMILAR_SHAPE = 0.15;

/**
 * Which of the covers a run offers takes the place of the one that is kept. First what comes with the files or from a person
 * goes by trust; then a cover that was found is taken where there is none, or is clearly better where that is allowed, and
 * is never smaller than what it replaces. Covers without a size are none. A cover of the same source is always taken
 * anew: whether its bytes are others, the caller sees.
 */
export function chooseCover<Offer extends CoverFacts>(
  kept: KeptCover,
  offers: readonly Offer[],
  rules: CoverRules,
): CoverDecision<Offer> {
  if (kept.isLocked) return { reason: 'the cover is locked' };
  if (kept.isCleared && rules.mode === 'normal') return { reason: 'somebody took the cover away' };
  const sorted = offers.filter(hasSize).sort(byTrustThenSize);
  const own = sorted.find((offer) => !isFound(offer));
  const found = sorted.find(isFound);
  const objection = whyNotOwn(kept.cover, own, rules);
  const taken = objection === undefined ? own : undefined;
  const objectionToFound = whyNotFound(taken ?? kept.cover, found, kept.isPageBased, rules);
  if (found && objectionToFound === undefined) return { take: found, reason: 'a better cover was found' };
  if (taken) return { take: taken, reason: 'the cover comes with the book' };
  return { reason: found ? (objectionToFound ?? '') : (objection ?? '') };
}

const pixels = ({ width, height }: CoverFacts) => width * height;
const hasSize = ({ width, height }: CoverFacts) => width > 0 && height > 0 && Number.isFinite(width * height);
const isFound = ({ source }: CoverFacts) => source === 'enrichment' || source === 'audible';

function byTrustThenSize(a: CoverFacts, b: CoverFacts): number {
  return sourceRank(a.source) - sourceRank(b.source) || pixels(b) - pixels(a);
}

/** Why what comes with the book is not taken; the newer of one source is. */
function whyNotOwn(
  cover: CoverFacts | undefined,
  offer: CoverFacts | undefined,
  rules: CoverRules,
): string | undefined {
  if (offer === undefined) return 'no cover is offered';
  if (cover === undefined || rules.mode === 'refresh') return undefined;
  const isBetter = pixels(cover) >= CLEARLY_LARGER * pixels(offer) && isSimilar(cover, offer);
  if (isFound(cover) && rules.overrides && isBetter) return 'the cover that was found is better';
  return sourceRank(offer.source) <= sourceRank(cover.source) ? undefined : 'the cover is of a better source';
}

function whyNotFound(
  cover: CoverFacts | undefined,
  offer: CoverFacts | undefined,
  isPageBased: boolean,
  { mode, overrides }: CoverRules,
): string | undefined {
  if (offer === undefined) return 'no cover is offered';
  if (cover === undefined) return undefined;
  if (isPageBased && !isFound(cover)) return 'the first page is the cover';
  if (pixels(offer) <= pixels(cover)) return 'what was found is not larger';
  if (cover.source === 'manual') return mode === 'refresh' ? undefined : 'somebody chose the cover';
  if (sourceRank(offer.source) <= sourceRank(cover.source)) return undefined;
  if (!overrides) return 'the cover is of a better source';
  if (pixels(offer) < CLEARLY_LARGER * pixels(cover)) return 'what was found is hardly larger';
  return isSimilar(cover, offer) ? undefined : 'what was found has another shape';
}

function isSimilar(a: CoverFacts, b: CoverFacts): boolean {
  const [first, second] = [a.width / a.height, b.width / b.height];
  return Math.abs(first - second) <= SIMILAR_SHAPE * Math.max(first, second);
}
