import type { SeriesEntry } from '../book.js';
import { arrangePlain } from './arrange-plain.js';
import { certain, eachWith, type Arrangements } from './arrangement.js';
import { leadingCount } from './leading-count.js';
import type { NameContext } from './name-context.js';
import { looksLikePerson, personScore } from './person-score.js';
import { bareNumber, type NumberForm, seriesPhrase } from './series-phrase.js';
import type { Segment } from './split-segments.js';
import { isPlausibleYear } from './years.js';

type Rule = (segments: readonly Segment[], context: NameContext) => Arrangements | undefined;

/** A name in more parts than these has its last ones taken for one. */
const MAX_SEGMENTS = 10;

/** Tells the parts of a name apart: numbers first, for they are what sets the other parts in order. */
export function arrangeSegments(segments: readonly Segment[], context: NameContext): Arrangements {
  const [first, ...rest] = inReason(segments);
  const counted = first && leadingCount(first.text, context.folders.length > 0);
  if (first === undefined || counted === undefined) return arranged(inReason(segments), context);
  const uncounted = [{ ...first, text: counted.rest }, ...rest];
  return eachWith(arranged(uncounted, context), { position: counted.number });
}

function inReason(segments: readonly Segment[]): readonly Segment[] {
  if (segments.length <= MAX_SEGMENTS) return segments;
  const tail = segments.slice(MAX_SEGMENTS - 1);
  return [...segments.slice(0, MAX_SEGMENTS - 1), { text: join(tail), mark: 'none' }];
}

function arranged(segments: readonly Segment[], context: NameContext): Arrangements {
  for (const rule of [leadingNumber, leadingYear, pair, loneYear, numberedSeries, seriesInMiddle, seriesAtEnds]) {
    const found = rule(segments, context);
    if (found) return found;
  }
  return arrangePlain(segments, context);
}

const isAuthor = (text: string, { knowledge, inFolders }: NameContext) =>
  knowledge(text) === 'is' || (inFolders(text) && looksLikePerson(text));
const join = (segments: readonly Segment[]) => segments.map(({ text }) => text).join(' - ');

/** "01 - The Fellowship of the Ring", "Book 2 - The Two Towers"; but "300 - Frank Miller" and "1984 - George Orwell". */
const leadingNumber: Rule = (segments, context) => {
  const [first, ...rest] = segments;
  const number = first && bareNumber(first.text);
  if (number === undefined || rest.length === 0) return undefined;
  const other = rest.length === 1 ? (rest[0]?.text ?? '') : '';
  const asTitle = { title: first?.text ?? '', people: other };
  if (other !== '' && number.form === 'plain' && isAuthor(other, context)) return certain(asTitle, 0.9);
  const isLong = number.form === 'plain' && number.number.length > 2;
  if (isLong && context.folders.length === 0 && looksLikePerson(other)) return certain(asTitle, 0.6);
  const found = eachWith(arrangeRest(rest, context), { position: number.number });
  if (number.form !== 'plain' || !looksLikePerson(other)) return found;
  return { ...found, ways: [...found.ways, asTitle] };
};

/** Behind a number in a folder, a single dash parts title and subtitle, unless one side is the author. */
function arrangeRest(rest: readonly Segment[], context: NameContext): Arrangements {
  const found = arranged(rest, context);
  const [a, b] = rest;
  const isTold = rest.length !== 2 || found.ways[0]?.year !== undefined;
  if (isTold || context.folders.length === 0 || a === undefined || b === undefined) return found;
  if ([a, b].some(({ text }) => isAuthor(text, context) || looksLikePerson(text))) return found;
  return certain({ title: a.text, subtitle: b.text }, 0.6);
}

/** "1999 - A Short History": a year before the title, as audiobooks have it and whoever files books by author. */
const leadingYear: Rule = (segments, context) => {
  const [first, second] = segments;
  if (segments.length !== 2 || !first || !second || !isPlausibleYear(first.text, context.thisYear)) return undefined;
  const score = personScore(second.text);
  if (isAuthor(second.text, context)) return undefined;
  if (!context.inAuthorFolder && (context.kind !== 'audio' || score >= 1)) return undefined;
  return certain({ title: second.text, year: Number(first.text) }, 0.7, [{ title: first.text, people: second.text }]);
};

const pair: Rule = (segments, context) => {
  const [first, second] = segments;
  if (segments.length !== 2 || first === undefined || second === undefined) return undefined;
  const before = seriesPhrase(first.text);
  if (before) return seriesBefore(before, first, second, context);
  const number = bareNumber(second.text);
  if (number && number.form !== 'plain')
    return isAuthor(first.text, context) ? undefined : numberOnly(first, second, number.number);
  const after = seriesPhrase(second.text);
  return after && isSurelySeries(after) ? seriesAfter(after.series, first, second, context) : undefined;
};

/** "Mistborn - Book 2" is all there is of a title. */
function numberOnly(first: Segment, second: Segment, number: string): Arrangements {
  return certain({ title: join([first, second]), series: { name: first.text, number } }, 0.5);
}

/** "The Wheel of Time #12 - The Gathering Storm", where "Fahrenheit 451 - Ray Bradbury" has the same shape. */
function seriesBefore(
  { series, form }: { series: SeriesEntry; form: NumberForm },
  first: Segment,
  second: Segment,
  context: NameContext,
): Arrangements {
  const asSeries = { title: second.text, series };
  const asTitle = { title: first.text, people: second.text };
  const score = personScore(second.text);
  if (isAuthor(second.text, context) || score > 1) return certain(asTitle, 0.8, [asSeries]);
  if (score === 0) return certain(asSeries, 0.7);
  if (form !== 'plain' || context.inAuthorFolder) return certain(asSeries, 0.6, [asTitle]);
  return certain(asTitle, 0.5, [asSeries]);
}

/** "Dates from Hell - Hollows Vol 2.5"; but of "Rudyard Kipling - The Jungle Book 2" nobody knows. */
function seriesAfter(series: SeriesEntry, first: Segment, second: Segment, context: NameContext): Arrangements {
  const asSeries = { title: first.text, series };
  const asTitle = { title: second.text, people: first.text };
  if (isAuthor(first.text, context)) return certain(asTitle, 0.8);
  if (looksLikePerson(first.text)) return { ways: [asTitle, asSeries], ambiguous: true, confidence: 0.4 };
  return certain(asSeries, 0.6);
}

const isSurelySeries = ({ series, form }: { series: SeriesEntry; form: NumberForm }) =>
  form !== 'plain' || (series.number ?? '').includes('.');

/** "Frank Herbert - 1965 - Dune", "Dune - Frank Herbert - 1965"; never the first part, which is a title then. */
const loneYear: Rule = (segments, context) => {
  const at = segments.findIndex(({ text }, index) => index > 0 && isPlausibleYear(text, context.thisYear));
  if (at < 0 || segments.length < 3) return undefined;
  const rest = segments.filter((_, index) => index !== at);
  return eachWith(arranged(rest, context), { year: Number(segments[at]?.text) });
};

/** "Isaac Asimov - Foundation - 02 - Foundation and Empire", "Foundation - 02 - Foundation and Empire". */
const numberedSeries: Rule = (segments, context) => {
  const at = segments.findIndex(({ text }, index) => index > 0 && bareNumber(text) !== undefined);
  const number = bareNumber(segments[at]?.text ?? '')?.number;
  const name = segments[at - 1];
  if (number === undefined || name === undefined || segments.length < 3) return undefined;
  const [before, after] = [segments.slice(0, at - 1), segments.slice(at + 1)];
  const rest = [...before, ...after];
  const isPerson = isAuthor(name.text, context) || (context.folders.length > 0 && looksLikePerson(name.text));
  if (before.length === 0 && isPerson)
    return eachWith(arrangePlain([name, ...after], context, 'author-title'), { position: number });
  const series = { name: name.text, number };
  if (after.length > 0 && before.length === 0) return namedBySeries(series, name, after, context);
  if (after.length > 0) return eachWith(arrangePlain(rest, context, 'author-title'), { series });
  const title = { text: `${name.text} ${segments[at]?.text}`, mark: 'strong' as const };
  return eachWith(arrangePlain([...before, title], context, 'author-title'), { series });
};

/** Behind "Foundation - 02" comes the title, and perhaps an author; "Kim Harrison - 02 - ..." may be an author instead. */
function namedBySeries(
  series: SeriesEntry,
  name: Segment,
  after: readonly Segment[],
  context: NameContext,
): Arrangements {
  const found = eachWith(arrangePlain(after, context, 'title-author'), { series });
  if (after.length > 1 || !looksLikePerson(name.text)) return found;
  const asAuthor = { title: join(after), people: name.text, ...(series.number && { position: series.number }) };
  return { ...found, ways: [...found.ways, asAuthor] };
}

/** "Dan Simmons - Hyperion Cantos 01 - Hyperion"; with the author at the end as well. */
const seriesInMiddle: Rule = (segments, context) => {
  const inner = segments.slice(1, -1);
  const at = inner.findIndex(({ text }) => seriesPhrase(text) !== undefined) + 1;
  const found = seriesPhrase(segments[at]?.text ?? '');
  if (at < 1 || found === undefined) return undefined;
  const rest = segments.filter((_, index) => index !== at);
  return eachWith(arrangePlain(rest, context, 'author-title'), { series: found.series });
};

/** "Hyperion Cantos 01 - Hyperion - Dan Simmons", "Harrison, Kim - Dates from Hell - Hollows Vol 2.5". */
const seriesAtEnds: Rule = (segments, context) => {
  const [first, last] = [segments[0], segments.at(-1)];
  if (segments.length < 3 || first === undefined || last === undefined) return undefined;
  const front = seriesPhrase(first.text);
  if (front && !isAuthor(first.text, context))
    return eachWith(arrangePlain(segments.slice(1), context, 'title-author'), { series: front.series });
  const back = seriesPhrase(last.text);
  if (back && isSurelySeries(back))
    return eachWith(arrangePlain(segments.slice(0, -1), context, 'author-title'), { series: back.series });
  return undefined;
};
