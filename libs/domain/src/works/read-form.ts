import { languageOfFind } from '../matching/edition-language.js';
import { seriesName, type Volume, volumesInText, volumesOfSeries } from '../matching/volumes.js';
import { type Authors, authorsOf } from './authors-of.js';
import type { BookForm } from './book-form.js';
import { isDramatised, otherTextsIn } from './other-texts.js';
import { isSeveral } from './sets.js';
import { titleKey } from './title-key.js';
import { portionOf, withoutComplete } from './title-notes.js';
import { titleParts } from './title-parts.js';

/** One part of a title that may be the title itself. */
export interface TitlePart {
  /** As `titleKey` gives it. */
  key: string;
  /** As it stands there. */
  text: string;
}

/** A form taken apart once, for any number of comparisons. */
export interface ReadForm {
  /** Clean. */
  form: BookForm;
  parts: readonly TitlePart[];
  /** All of the title with its number, as a key. */
  wholeKey: string;
  authors: Authors;
  volumes: readonly Volume[];
  /** Its title is the name of a row of books, and a number tells which: "Naruto 12". */
  row?: { isPart: boolean };
  /** Which piece of a recording it is, by its title. */
  portion?: string;
  /** Normal names of the series it is said to be in. */
  series: readonly string[];
  isSet: boolean;
  isDramatised: boolean;
  otherTexts: readonly number[];
  /** All that it is called, and its title alone. */
  called: { everything: string; title: string };
  /** Of a textbook that is written anew: "2" for "Second Edition". */
  edition?: string;
  /** The language alone, without a country: "en". */
  language?: string;
}

/** Takes a clean form apart. `others` are people whose names are no title either, where the form tells no author. */
export function readForm(form: BookForm, others: readonly string[] = []): ReadForm {
  const subtitle = withoutComplete(form.subtitle ?? '');
  const { title, portion } = portionOf(withoutComplete(form.title));
  const everything = `${title} ; ${subtitle}`;
  const names = form.contributors.map(({ name }) => name);
  const found = titleParts(title, subtitle, [...names, ...others]);
  const entries = [...form.series, ...found.series];
  const numbers = [...found.numbers, ...volumesInText(everything).map(({ number }) => number)];
  const named = volumesOfSeries([...entries, ...(found.row ? [found.row] : [])]);
  const volumes = [...named, ...bare(numbers, named)];
  const told = authorsOf(form);
  const narrators = form.contributors.filter(({ role }) => role === 'narrator').map(({ name }) => name);
  return {
    form,
    parts: partsOf(found.texts),
    wholeKey: titleKey(found.row ? `${found.row.name} ${found.row.number}` : found.texts.join(' ')),
    authors: told.wrote.length === 0 && found.person !== undefined ? { wrote: [[found.person]], readAloud: [] } : told,
    volumes,
    series: [...new Set(entries.map(({ name }) => seriesName(name)))].filter((name) => name !== ''),
    isSet: isSeveral(
      { everything, title },
      volumes.map(({ number }) => number),
    ),
    isDramatised: isDramatised([everything, form.publisher ?? '', ...narrators].join(' ; ')),
    otherTexts: otherTextsIn(everything),
    called: { everything, title },
    ...(found.row && { row: { isPart: found.row.isPart } }),
    ...(portion !== undefined && { portion }),
    ...editionOf(form),
    ...languageOf(form),
  };
}

/** Each once: "Divergent: Divergent, Book 1" is one. */
function partsOf(texts: readonly string[]): TitlePart[] {
  const all = texts.map((text) => ({ key: titleKey(text), text })).filter(({ key }) => key !== '');
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
}

/** Numbers without a series that are not said with one too. */
function bare(numbers: readonly string[], named: readonly Volume[]): Volume[] {
  const others = numbers.filter((number) => !named.some((volume) => volume.number === number));
  return [...new Set(others)].map((number) => ({ number }));
}

function languageOf({ title, subtitle, language }: BookForm): { language?: string } {
  const found = languageOfFind({ title: `${title} ${subtitle ?? ''}`, language });
  return found === undefined ? {} : { language: found };
}

const NUMBER_OF_EDITION =
  /(\p{N}{1,2}|\p{L}{5,8})(?:st|nd|rd|th|\.|[aeª°])? (?:edition|auflage|ausgabe|édition|edición|edizione)(?![\p{L}])/iu;

function editionOf({ title, subtitle = '' }: BookForm): { edition?: string } {
  const [, written = ''] = NUMBER_OF_EDITION.exec(`${title} ${subtitle}`) ?? [];
  const number = /\d+/.exec(titleKey(`edition ${written}`))?.[0];
  return number === undefined ? {} : { edition: number };
}
