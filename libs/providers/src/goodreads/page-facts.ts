import type { Candidate } from '../candidate.js';

/** What one part of a page says of its book; every field may be missing. */
export type PageFacts = Partial<Omit<Candidate, 'provider' | 'id' | 'url'>>;

/** Each field from the first part that has it; what belongs together comes from one part. */
export function combined(parts: readonly PageFacts[]): PageFacts {
  const facts: PageFacts = {};
  for (const part of parts) {
    const given = Object.entries(part).filter(([field, value]) => isSomething(value) && !isTaken(facts, field));
    Object.assign(facts, Object.fromEntries(given));
  }
  return facts;
}

function isSomething(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** That a description is cut says nothing of another one, and tags go with their genres. */
const GOES_WITH = new Map([
  ['partialDescription', 'description'],
  ['fullTitle', 'title'],
  ['tags', 'genres'],
]);

function isTaken(facts: PageFacts, field: string): boolean {
  return field in facts || (GOES_WITH.get(field) ?? field) in facts;
}
