import { languageOfFind, primary } from './edition-language.js';
import { isAboutTheOther, isNothingToRead, isSet } from './kinds-of-find.js';
import type { BookSought, Found } from './sought-and-found.js';
import { isOnlyHeard } from './tie-breakers.js';
import type { TitleForms } from './title-forms.js';
import { areOtherInRow, isNamedAfterSeries, numbersOf, oneTellsVolume, type TitleLikeness } from './title-likeness.js';
import { seriesAlike, seriesName, volumesAgree } from './volumes.js';

/** Why a find cannot score more than `most`, whatever its title and author are. */
export interface Limit {
  most: number;
  /** For people, as the rest of a list: "another volume: 2, not 1". */
  reason: string;
  /** True where not even an identifier makes it the book that is sought. */
  isVeto: boolean;
}

/** Just not enough to be taken without asking. */
const ASK = 0.84;

export interface Compared {
  sought: BookSought;
  found: Found;
  titles: { sought: TitleForms; found: TitleForms };
  /** Undefined where no title is known for what is sought. */
  title?: TitleLikeness;
  author?: number;
}

/** All that speaks against a find. */
export function limitsOf(compared: Compared): Limit[] {
  return [...ofWords(compared), ...ofKind(compared), ...ofVolume(compared), ...ofLanguage(compared)];
}

const ask = (reason: string): Limit => ({ most: ASK, reason, isVeto: false });
const veto = (most: number, reason: string): Limit => ({ most, reason, isVeto: true });

function ofWords({ title, author }: Compared): Limit[] {
  return [
    ...(author !== undefined && author < 0.6 ? [{ most: 0.5, reason: 'another author', isVeto: false }] : []),
    ...(title && title.value < 0.6 ? [{ most: 0.55, reason: 'another title', isVeto: false }] : []),
  ];
}

function ofKind({ sought, found, titles }: Compared): Limit[] {
  const [ours, theirs] = [called(sought.title ?? '', sought, titles.sought), called(found.title, found, titles.found)];
  const limits: Limit[] = [];
  if (isAboutTheOther(ours, theirs, found.authors)) limits.push(veto(0.2, 'about the book, not the book itself'));
  const [wanted, offered] = [isSet(ours, numbersOf(titles.sought)), isSet(theirs, numbersOf(titles.found))];
  if (offered && !wanted) limits.push(veto(0.3, 'several books in one'));
  if (wanted && !offered) limits.push(veto(0.3, 'one book, not several in one'));
  if (isOnlyHeard(sought, found) || (sought.medium === 'ebook' && isNothingToRead(ours, theirs)))
    limits.push(veto(0.3, 'no book to be read'));
  return limits;
}

function called(
  title: string,
  { subtitle = '', fullTitle = '' }: { subtitle?: string; fullTitle?: string },
  forms: TitleForms,
) {
  return { everything: [title, subtitle, fullTitle].map((text) => text.slice(0, 300)).join(' ; '), title: forms.main };
}

function ofVolume({ titles, title }: Compared): Limit[] {
  const { sought, found } = titles;
  const agree = volumesAgree(sought.volumes, found.volumes);
  if (agree.verdict === 'no') return [veto(0.5, `another volume: ${agree.found}, not ${agree.sought}`)];
  const limits: Limit[] = [];
  if (areOtherInRow(sought, found)) limits.push(veto(0.5, `another volume: ${lastOf(found)}, not ${lastOf(sought)}`));
  if (agree.verdict === 'unclear') limits.push(ask('volumes of differently named series'));
  if (oneTellsVolume(sought, found)) limits.push(ask('only one of them tells the volume'));
  const [short, long] = sought.sub === '' ? [sought, found] : [found, sought];
  if (title?.by === 'main' && (isNamedAfterSeries(long) || isNamedAfterSeries(short)))
    limits.push(ask('the title is that of its series'));
  if (title?.by === 'subtitle' && !isSeriesOf(long.main, short, long))
    limits.push(ask('the title of one is the subtitle of the other'));
  return limits;
}

const lastOf = (forms: TitleForms) => numbersOf(forms).at(-1) ?? forms.digits.at(-1);

function isSeriesOf(text: string, ...titles: TitleForms[]): boolean {
  const names = titles.flatMap(({ volumes }) => volumes.map(({ series }) => series));
  return names.some((name) => name !== undefined && seriesAlike(name, seriesName(text)));
}

function ofLanguage({ sought, found }: Compared): Limit[] {
  const [ours, theirs] = [primary(sought.language), languageOfFind(found)];
  if (ours === undefined || theirs === undefined || ours === theirs) return [];
  return [{ most: 0.6, reason: `in another language: ${theirs}, not ${ours}`, isVeto: false }];
}
