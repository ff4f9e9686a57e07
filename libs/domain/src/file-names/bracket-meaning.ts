import { type Identifier, parseAsin, parseIsbn } from '../identifiers.js';
import { knownLanguage } from '../languages.js';
import type { BracketGroup } from './bracket-groups.js';
import { noFacts, type NameFacts } from './name-facts.js';
import type { NameContext } from './name-context.js';
import { isNoise } from './noise.js';
import { namesIn } from './people.js';
import { looksLikePerson } from './person-score.js';
import { roleNoted } from './role-notes.js';
import { bareNumber, seriesPhrase } from './series-phrase.js';
import { isPlausibleYear } from './years.js';

/** In characters; what is longer is text, whatever it says. */
const MAX_LENGTH = 200;

/** Where in its name a group stands. */
export interface GroupPlace {
  /** Nothing is before it in the whole name. */
  leads: boolean;
  /** Nothing but groups is behind it in its part of the name. */
  trails: boolean;
}

export interface BracketMeaning {
  facts: Partial<NameFacts>;
  /** True for what only stands beside a title: a year, a series. */
  marksTitle?: boolean;
}

/**
 * What a group in brackets says, or undefined when it is a part of the text around it. The first rule that fits wins,
 * and a group that says nothing of the book is a meaning without facts.
 */
export function meaningOf(group: BracketGroup, place: GroupPlace, context: NameContext): BracketMeaning | undefined {
  const { inner } = group;
  if (inner === '' || inner.length > MAX_LENGTH) return inner === '' ? { facts: {} } : undefined;
  return (
    plainFact(inner, context) ?? factOfKind(group, context) ?? numberOf(inner, context) ?? nameOf(group, place, context)
  );
}

function plainFact(inner: string, { thisYear }: NameContext): BracketMeaning | undefined {
  const identifier = identifierIn(inner);
  if (identifier) return { facts: { identifiers: [identifier] } };
  const abridged = abridgedIn(inner);
  if (abridged !== undefined) return { facts: { abridged } };
  if (isPlausibleYear(inner, thisYear)) return { facts: { year: Number(inner) }, marksTitle: true };
  // "(1965, Ace Books)": as libgen.li names its files.
  const comma = inner.indexOf(', ');
  if (comma === 4 && isPlausibleYear(inner.slice(0, 4), thisYear))
    return { facts: { year: Number(inner.slice(0, 4)), publisher: inner.slice(comma + 2) }, marksTitle: true };
  return undefined;
}

/** A valid ISBN with or without a label, or an ASIN of the kind that only electronic books have. */
export function identifierIn(text: string): Identifier | undefined {
  if (text.length > 40) return undefined;
  const isbn = parseIsbn(text);
  if (isbn !== undefined) return { scheme: 'isbn', value: isbn };
  const asin = text.replace(/^asin[ :]*/i, '');
  return /^B0[A-Z0-9]{8}$/.test(asin) ? parseAsin(asin) : undefined;
}

/** "Unabridged" -> false, "abridged" -> true; undefined for any other text. */
export function abridgedIn(text: string): boolean | undefined {
  const found = /^(un)?abridged(?: edition| audiobook| version)?$/i.exec(text);
  return found ? found[1] === undefined : undefined;
}

function factOfKind({ bracket, inner }: BracketGroup, { kind }: NameContext): BracketMeaning | undefined {
  if (isNoise(inner) && !(kind === 'comic' && /^v\d+$/i.test(inner))) return { facts: {} };
  const language = bracket === 'square' ? knownLanguage(inner) : undefined;
  const edition = /^(.{2,20}?)(?: edition| ausgabe)?$/i.exec(inner)?.[1] ?? '';
  const spoken = language ?? (edition.length > 3 ? knownLanguage(edition) : undefined);
  if (spoken !== undefined) return { facts: { language: spoken } };
  const reader = /^(?:read|narrated|gelesen|lu) (?:by|von|par) (.+)$/i.exec(inner)?.[1];
  if (reader !== undefined || (kind === 'audio' && bracket === 'curly'))
    return { facts: { contributors: namesIn(reader ?? inner).map((name) => ({ ...name, role: 'narrator' })) } };
  return undefined;
}

function numberOf(inner: string, { kind }: NameContext): BracketMeaning | undefined {
  const bare = bareNumber(inner);
  if (bare?.form === 'labelled') return { facts: { position: bare.number } };
  // "(of 12)": how many there are is no number of this one.
  if (kind === 'comic' && /^of \d+$/i.test(inner)) return { facts: {} };
  const ofSeries = /^(.{1,20} of \d+): (.+)$/.exec(inner);
  const phrase = ofSeries ? `${ofSeries[2]} ${ofSeries[1]}` : inner;
  const found = seriesPhrase(phrase);
  return found && { facts: { series: [found.series] }, marksTitle: true };
}

function nameOf(group: BracketGroup, place: GroupPlace, context: NameContext): BracketMeaning | undefined {
  const { bracket, inner } = group;
  if (roleNoted(inner) !== undefined) return undefined;
  const known = context.knowledge(inner) === 'is';
  const authors = () => namesIn(inner).map((name) => ({ ...name, role: 'author' as const }));
  if (place.leads && bracket === 'square') {
    if (known || context.kind === 'comic') return { facts: { contributors: authors() } };
    return { facts: looksLikePerson(inner) ? { maybeAuthor: inner } : {} };
  }
  if (place.trails && known) return { facts: { contributors: authors() } };
  // A browser that saves a file for the second time calls it "Dune (1)".
  if (place.trails && bracket === 'round' && /^[1-9]$/.test(inner)) return { facts: {} };
  return context.kind === 'comic' ? { facts: {} } : undefined;
}

/** The facts of a meaning, complete. */
export function factsOf(meaning: BracketMeaning): NameFacts {
  return { ...noFacts(), ...meaning.facts };
}
