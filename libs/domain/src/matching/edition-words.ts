import { normalText } from './normal-text.js';

const words = (text: string) => new Set(text.split(' '));

/** What an edition is called, and what may stand beside such words; none of them says which book it is. */
const ABOUT_EDITIONS = words(
  'edition ed editions ausgabe auflage neuausgabe sonderausgabe jubilaumsausgabe taschenbuch edicion edizione edicao ' +
    'editie utgave utgava wydanie издание 版 novel novella memoir thriller roman romanzo novela unabridged uncut ' +
    'reissue reprint paperback hardcover hardback ebook kindle tie',
);
const BESIDE = words(
  'a an the ein un une una of and anniversary revised updated expanded enlarged illustrated deluxe special collectors ' +
    'limited complete international student annotated definitive classic classics new first second third fourth fifth ' +
    'sixth seventh eighth ninth tenth movie film tv series in rev exp global us uk english mass market signed graphic ' +
    'revidierte aktualisierte erweiterte illustrierte neu revisee augmentee illustree',
);
const ORDINAL = /^(?:\d{1,3}(?:st|nd|rd|th|e|a|o)?|\d{4})$/;

/** True for "75th Anniversary Edition", "A Novel", "Unabridged": a note about the edition. */
export function isEditionNote(text: string): boolean {
  const all = normalText(text).split(' ');
  return all.some((word) => ABOUT_EDITIONS.has(word)) && all.every(isEditionWord);
}

function isEditionWord(word: string): boolean {
  return ABOUT_EDITIONS.has(word) || BESIDE.has(word) || ORDINAL.test(word);
}

const ENDS_IN_EDITION = /(?:^|\s)(?:edition|ed\.?|ausgabe|édition|edición|edizione)$/iu;
const ENDS_IN_FORM = /\s(?:a|an) (?:novel|memoir|thriller|novella)$/i;

/**
 * A title without the notes about its edition: behind commas ("Emma, Deluxe Edition"), and at its end ("Circe A Novel",
 * "Emma Second Edition"). Something always stays.
 */
export function withoutEdition(text: string): string {
  const [first = '', ...others] = text.split(/\s*[,;]\s+/);
  const kept = [first, ...others.filter((part) => !isEditionNote(part))].join(', ');
  if (ENDS_IN_FORM.test(kept)) return kept.replace(ENDS_IN_FORM, '');
  return ENDS_IN_EDITION.test(kept) ? withoutLastWords(kept) : kept;
}

function withoutLastWords(text: string): string {
  const all = text.split(' ');
  let end = all.length;
  while (end > 1 && isEditionWord(normalText(all[end - 1] ?? '')) && !isArticleOfTitle(all, end)) end--;
  return end === all.length || end === 0 ? text : all.slice(0, end).join(' ');
}

/** In "The Deluxe Edition" the first word would be all that stays. */
function isArticleOfTitle(all: readonly string[], end: number): boolean {
  return end === 2 && BESIDE.has(normalText(all[0] ?? ''));
}
