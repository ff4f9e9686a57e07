import { foldText } from '../search-text.js';
import { arrangeSegments } from './arrange-segments.js';
import type { Arrangement, Arrangements } from './arrangement.js';
import { bracketGroups } from './bracket-groups.js';
import { arrangeCalibre } from './calibre-layout.js';
import { authorsOf, candidateFrom, type Candidate } from './candidate.js';
import { arrangeComic } from './comics.js';
import { namesAgree } from './known-people.js';
import type { NameFacts } from './name-facts.js';
import type { NameContext } from './name-context.js';
import { peopleIn } from './people.js';
import { looksLikePerson } from './person-score.js';
import { withoutSaidParts } from './said-parts.js';
import { readArchiveName, withoutSiteMark } from './shadow-libraries.js';
import { type Segment, splitSegments } from './split-segments.js';

export interface NameReading {
  /** The likeliest first; never empty. A title may be. */
  candidates: Candidate[];
  ambiguous: boolean;
  confidence: number;
}

/** How the parts of a name are told apart: by their look, or as calibre wrote them, perhaps in folders of its own. */
export type NameLayout = 'free' | 'title-first' | 'calibre';

/** Reads one name, of a file or of a folder, that is spelled out already; what is around it is only in the context. */
export function readName(text: string, context: NameContext, layout: NameLayout = 'free'): NameReading {
  const archive = readArchiveName(text, context.thisYear);
  if (archive) return readingOf(archive.arrangements, archive.facts);
  const marked = withoutSiteMark(text);
  const split = splitSegments(marked?.text ?? text, context);
  const { segments, facts } = withoutSaidParts(split.segments, split.facts);
  if (marked) facts.contributors.push(...peopleIn(marked.people));
  if (layout !== 'free') return readingOf(arrangeCalibre(segments, context, layout === 'calibre'), facts);
  const comic = context.kind === 'comic' ? arrangeComic(segments, context) : undefined;
  return readingOf(withKnownAuthor(comic ?? arrangeSegments(segments, context), segments, facts), facts);
}

function readingOf({ ways, ambiguous, confidence }: Arrangements, facts: NameFacts): NameReading {
  const candidates = ways.map((way) => candidateFrom(way, facts));
  return { candidates: [...candidates, ...guesses(candidates[0], facts)], ambiguous, confidence };
}

/** Where brackets named the author, no other part of the name is taken for one unless it names the same. */
function withKnownAuthor(found: Arrangements, segments: readonly Segment[], facts: NameFacts): Arrangements {
  const author = authorsOf(facts)
    .map(({ name }) => name)
    .join('; ');
  if (author === '') return found;
  const ways = found.ways.filter(({ people }) => people === undefined || namesAgree(people, author));
  const [title = '', ...rest] = segments.map(({ text }) => text);
  const plain: Arrangement = { title, ...(rest.length > 0 && { subtitle: rest.join(' - ') }) };
  return { ways: ways.length > 0 ? ways : [plain], ambiguous: false, confidence: 0.8 };
}

/** A name in brackets may be that of the author where nobody else is: "[Brandon Sanderson] Elantris", "Dune (Frank Herbert)". */
function guesses(candidate: Candidate | undefined, { maybeAuthor }: NameFacts): Candidate[] {
  if (candidate === undefined || authorsOf(candidate).length > 0) return [];
  if (maybeAuthor !== undefined)
    return [{ ...candidate, contributors: [...peopleIn(maybeAuthor), ...candidate.contributors] }];
  const group = bracketGroups(candidate.title).at(-1);
  if (group?.bracket !== 'round' || group.start === 0 || group.end !== candidate.title.length) return [];
  if (!looksLikePerson(group.inner) || foldText(group.inner).endsWith(' edition')) return [];
  const title = candidate.title.slice(0, group.start).trim();
  return [{ ...candidate, title, contributors: [...peopleIn(group.inner), ...candidate.contributors] }];
}
