import { foldText } from '../search-text.js';
import { normalText } from './normal-text.js';

/** What is about a book or made from it, in normal text. */
const ABOUT_BOOKS = [
  / (?:summary|summaries|synopsis|zusammenfassung|riassunto|resumen|resumo|samenvatting|streszczenie) /,
  / resume d(?:e|u|es)? | fiche de lecture | analyse d(?:e|u|es) /,
  / (?:study|reading|readers|reading group|book club|discussion|teachers?|lesson) guides? /,
  / guida alla lettura | guia de (?:lectura|estudio) /,
  / (?:cliffs ?notes|spark ?notes|super ?summary|shmoop|gradesaver|blinkist|instaread) /,
  / analysis | interpretation zu | erlauterungen zu | lekturehilfe | lektureschlussel /,
  / work ?book | arbeitsbuch /,
  / companion(?: to| guide|$) | companion $/,
  / official (?:[^ ]+ ){0,2}guide | (?:movie|visual) (?:guide|companion) /,
  / conversation starters | trivia | quiz | quizzes | key takeaways | takeaways from | lesson plans? /,
  /^ notes on /,
  / the graphic novel | (?:graphic novel|manga) adaptation | colou?ring book | screenplay | fan ?fiction | unofficial | unauthorized | unauthorised /,
  / free (?:sampler|preview|excerpt) | sampler | leseprobe | sneak peek /,
];
/** Who writes nothing but such, as normal text. */
const WRITE_ABOUT_BOOKS = new Set(
  'instaread,instaread summaries,bookhabits,book habits,blinkist,supersummary,cliffsnotes,sparknotes,readtrepreneur publishing,bookrags,getabstract,worth books,quickread,fastreads,brightsummaries,lepetitlitteraire,dailybooks,minute reads,milkyway media,book tigers,irb media'.split(
    ',',
  ),
);

/** Several books in one, in folded text, where dashes still stand. */
const SETS = [
  /\b(?:box(?:ed)?|books?|collection|volumes?|trilogy|series) ?-?sets?\b/,
  /\bomnibus\b|\bbundle\b|\bgesamtausgabe\b|\bschuber\b|\bcoffret\b|\bcofanetto\b|\bsammelband\b|\bintegrale\b/,
  /\bcomplete (?:\w+ ){0,4}(?:series|collection|trilogy|saga|quartet|works)\b/,
  /\b(?:books|volumes|vols?\.?|bande|tomes|libri|libros|livres) ?#?\d{1,3} ?(?:-|–|to|bis|a|&|and|through) ?#?\d{1,3}\b/,
  /\b\d{1,2}[- ]books?\b(?! series)|\b\d{1,2}[- ](?:in|volume|novel)[- ](?:1|one|set|collection)\b/,
  /全集|合本|全\d+[巻册冊]セット/,
];

/** What is sold beside books, or is no book to be read. */
const NOT_TO_READ = [
  /\b(?:audio ?cds?|mp3 cds?|audio ?books?|audible audio|horbuch|livre audio|audiolibro)\b/,
  /\b(?:calendar|kalender|posters?|slipcase|(?:floor |counter )?display|kit|jigsaw|puzzle)(?: 20\d\d)?\s*(?:$|[)\]])/,
];

const matches = (patterns: readonly RegExp[], text: string) =>
  patterns.flatMap((pattern, kind) => (pattern.test(text) ? [kind] : []));
const isMore = (found: readonly number[], sought: readonly number[]) => found.some((kind) => !sought.includes(kind));

/** Texts with all that a side is called. */
export interface Called {
  /** Title, subtitle and what is in brackets. */
  everything: string;
  /** Without the subtitle. */
  title: string;
}

/** True where one is about the other: a summary, a guide, a workbook, and the other is not such. */
export function isAboutTheOther(sought: Called, found: Called, foundAuthors: readonly string[]): boolean {
  if (foundAuthors.some((name) => WRITE_ABOUT_BOOKS.has(normalText(name)))) return true;
  const kindsOf = (text: string) => matches(ABOUT_BOOKS, ` ${normalText(text)} `);
  const [ofSought, ofFound] = [kindsOf(sought.everything), kindsOf(found.everything)];
  return isMore(ofFound, ofSought) || isMore(kindsOf(sought.title), ofFound);
}

/** What is read as several books in one. A range of numbers as the place in a series is one too. */
export function isSet({ everything }: Called, numbers: readonly string[]): boolean {
  return matches(SETS, foldText(everything)).length > 0 || numbers.some((number) => /^\d+-\d+$/.test(number));
}

/** True for an audiobook, a calendar or a kit by its name, where what is sought is not called that. */
export function isNothingToRead(sought: Called, found: Called): boolean {
  return isMore(matches(NOT_TO_READ, foldText(found.everything)), matches(NOT_TO_READ, foldText(sought.everything)));
}
