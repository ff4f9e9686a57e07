import { bracketGroups, type BracketGroup } from './bracket-groups.js';
import { factsOf, meaningOf } from './bracket-meaning.js';
import { joinedFacts, noFacts, type NameFacts } from './name-facts.js';
import type { NameContext } from './name-context.js';
import { hasLetterOrDigit, singleSpaced, trimmedEdges } from './text-edges.js';

/**
 * How clearly brackets say that a part of a name holds the title. What begins the name may belong to all of it, and so
 * may a year that ends it: such a mark is weak.
 */
export type TitleMark = 'none' | 'weak' | 'strong';

export interface Segment {
  text: string;
  mark: TitleMark;
}

/** The parts of a spelled-out name and what its brackets said. Parts that held nothing but brackets are gone. */
export interface SplitName {
  segments: Segment[];
  facts: NameFacts;
}

/** Between spaces only: "Catch-22" is one word, and "J. - P. Sartre" is not. */
const DASH = / (?:-{1,3}|[\u2010-\u2015]) /g;

/** Brackets beyond these are text: nobody writes so many, and every one costs a look at each rule. */
const MAX_GROUPS = 40;

/** "Dune (1965) - Frank Herbert" -> "Dune" (marked as the title), "Frank Herbert", and the year. */
export function splitSegments(text: string, context: NameContext): SplitName {
  const read = partsOf(text).map((part) => readPart(part, context));
  const facts = read.map(({ facts }) => facts).filter(saysSomething);
  return {
    segments: read.map(({ segment }) => segment).filter((segment) => hasLetterOrDigit(segment.text)),
    facts: facts.reduce(joinedFacts, noFacts()),
  };
}

interface Part {
  part: string;
  /** Counted from the start of the part. */
  groups: BracketGroup[];
  leads: boolean;
  ends: boolean;
}

/** Cut at dashes that are in no brackets. */
function partsOf(text: string): Part[] {
  const groups = bracketGroups(text).slice(0, MAX_GROUPS);
  const parts: Part[] = [];
  let next = 0;
  let from = 0;
  let dashesFrom = 0;
  const cut = (to: number) => {
    const own: BracketGroup[] = [];
    for (let group = groups[next]; group !== undefined && group.end <= to; group = groups[++next])
      own.push({ ...group, start: group.start - from, end: group.end - from });
    parts.push({ part: text.slice(from, to), groups: own, leads: from === 0, ends: to === text.length });
  };
  for (const { index, 0: dash } of text.matchAll(DASH)) {
    for (let at = groups[dashesFrom]; at !== undefined && at.end <= index; at = groups[dashesFrom]) dashesFrom++;
    const around = groups[dashesFrom];
    if (around !== undefined && around.start < index) continue;
    cut(index);
    from = index + dash.length;
  }
  cut(text.length);
  return parts;
}

function readPart({ part, groups, leads, ends }: Part, context: NameContext) {
  const kept: string[] = [];
  const found: NameFacts[] = [];
  let mark: TitleMark = 'none';
  let from = 0;
  const lastText = endOfText(part, groups);
  for (const group of groups) {
    const isFirst = leads && group.start === 0;
    const trails = group.start >= lastText;
    const meaning = meaningOf(group, { leads: isFirst, trails }, context);
    const isYearOfAll = ends && trails && meaning?.facts.year !== undefined;
    if (meaning?.marksTitle ?? EDITION.test(group.inner))
      mark = atLeast(mark, isFirst || isYearOfAll ? 'weak' : 'strong');
    if (meaning === undefined) continue;
    if (saysSomething(factsOf(meaning))) found.push(factsOf(meaning));
    kept.push(part.slice(from, group.start));
    from = group.end;
  }
  kept.push(part.slice(from));
  const facts = found.reduce(joinedFacts, noFacts());
  return { segment: { text: trimmedEdges(singleSpaced(kept.join(' ')), ' ,;_'), mark }, facts };
}

/** "(Deluxe Edition)" stays a part of the title it is behind. */
const EDITION = /(?:edition|édition|ausgabe|edición)$/i;

const atLeast = (mark: TitleMark, other: TitleMark): TitleMark => (mark === 'strong' ? mark : other);

/** Where the last text outside of groups ends. */
function endOfText(part: string, groups: readonly BracketGroup[]): number {
  let end = part.length;
  for (const group of groups.toReversed()) {
    if (part.slice(group.end, end).trim() !== '') return end;
    end = group.start;
  }
  return end;
}

function saysSomething(facts: NameFacts): boolean {
  return Object.values(facts).some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));
}
