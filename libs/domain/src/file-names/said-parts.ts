import { abridgedIn, identifierIn } from './bracket-meaning.js';
import { withoutIsbn } from './isbn-beside.js';
import { joinedFacts, noFacts, type NameFacts } from './name-facts.js';
import { isDomain, isFileNoise } from './noise.js';
import { namesIn } from './people.js';
import type { Segment, SplitName } from './split-segments.js';

/** More are no facts but a flood. */
const MAX_FACTS = 10;

/**
 * Takes out of a name what says one thing plainly, or speaks of the file: parts such as "libgen.li", "Unabridged",
 * "Read by Stephen Fry", and an ISBN in a part of its own or beside a title.
 */
export function withoutSaidParts(segments: readonly Segment[], facts: NameFacts): SplitName {
  const kept: Segment[] = [];
  const said: Partial<NameFacts>[] = [];
  for (const [at, segment] of segments.entries()) {
    const fact = segments.length > 1 ? factOf(segment.text, at === 0, segments.length) : undefined;
    const beside = fact === undefined ? withoutIsbn(segment.text) : undefined;
    if (beside) said.push({ identifiers: [{ scheme: 'isbn', value: beside.isbn }] });
    if (fact) said.push(fact);
    else kept.push(beside ? { ...segment, text: beside.text } : segment);
  }
  const complete = said.slice(0, MAX_FACTS).map((fact) => ({ ...noFacts(), ...fact }));
  return { segments: kept, facts: complete.reduce(joinedFacts, facts) };
}

/** Programs that print name the file after themselves: "Microsoft Word - thesis". */
const PRINTED = /^microsoft (?:office )?(?:word|powerpoint|excel|publisher)$/i;

/** A name may begin with a number, not with noise: what is first is then a title. "Amazon.com" behind an author is one. */
function factOf(text: string, isFirst: boolean, parts: number): Partial<NameFacts> | undefined {
  const identifier = identifierIn(text);
  if (identifier) return { identifiers: [identifier] };
  if (isFirst) return PRINTED.test(text) ? {} : undefined;
  const abridged = abridgedIn(text);
  if (abridged !== undefined) return { abridged };
  const reader = /^(?:read|narrated) by (.+)$/i.exec(text)?.[1];
  if (reader) return { contributors: namesIn(reader).map((name) => ({ ...name, role: 'narrator' })) };
  return isFileNoise(text) && (parts > 2 || !isDomain(text.toLowerCase())) ? {} : undefined;
}
