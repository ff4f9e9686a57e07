/** Leading words that lists do not sort by. A title is read in its own language: "Die" is only an article in German. */
const ARTICLES = new Map<string, readonly string[]>([
  ['en', ['the', 'a', 'an']],
  ['de', ['der', 'die', 'das', 'ein', 'eine']],
  ['fr', ['le', 'la', 'les', 'un', 'une', 'des']],
  ['es', ['el', 'la', 'los', 'las', 'un', 'una', 'unos', 'unas']],
  ['it', ['il', 'lo', 'la', 'i', 'gli', 'le', 'un', 'uno', 'una']],
  ['pt', ['o', 'a', 'os', 'as', 'um', 'uma']],
  ['nl', ['de', 'het', 'een']],
  ['sv', ['en', 'ett']],
  ['da', ['en', 'et']],
]);
const ANY_ARTICLE = new Set([...ARTICLES.values()].flat());

/** One line, single spaces, composed letters; an article at the end returns to the front: "Hobbit, The". */
export function cleanTitle(text: string): string {
  const title = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const comma = title.lastIndexOf(', ');
  if (comma <= 0) return title;
  const last = title.slice(comma + 2);
  return isArticle(last) ? `${last} ${title.slice(0, comma)}` : title;
}

/** The form lists sort by: "The Hobbit" -> "Hobbit, The". `language` is BCP 47; English where it is unknown. */
export function sortTitle(title: string, language = 'en'): string {
  const articles = ARTICLES.get(language.split('-')[0]?.toLowerCase() ?? 'en') ?? [];
  const space = title.indexOf(' ');
  if (space < 0) return title;
  const first = title.slice(0, space);
  const rest = title.slice(space + 1).trim();
  return rest !== '' && articles.includes(first.toLowerCase()) ? `${rest}, ${first}` : title;
}

/** True for a word that is an article in any language we know. */
export function isArticle(word: string): boolean {
  return ANY_ARTICLE.has(word.toLowerCase());
}
