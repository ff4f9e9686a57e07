import { foldText } from '@octavo/domain';
import { isRootCategory } from '../labels/page-words.js';
import { textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

const MAX_ENTRIES = 20;
const MAX_LISTS = 10;
const RANK = /^(?:#|nr\.?|n[.º°]?)?\s*[\d.,\s\u00a0]+(?:位)?\s*(?:in|en|em|i|na|dans|:|-|─)?\s+/iu;
const SHOP =
  /\s*[(（](?:books|kindle store|bücher|kindle-shop|livres|boutique kindle|libri|libros|tienda kindle|livros|loja kindle|boeken|kindle-store|böcker|książki|kitap|本|kindleストア|audible[^()]*)[)）]\s*$/i;

/** Where a book stands in the shop: the path to it as genres, the lists it is sold best in as tags. */
export function categoriesOf(lookup: PageLookup): { genres: string[]; tags: string[] } {
  const genres = distinct(pathTo(lookup));
  const lists = lookup.byClass('zg_hrsr').slice(0, MAX_LISTS);
  const items = lists.flatMap((list) => lookup.within(list, 'li'));
  const ranked = distinct(items.map((item) => rankedCategory(lookup, item)));
  const known = new Set(genres.map(foldText));
  return { genres, tags: ranked.filter((tag) => !known.has(foldText(tag))) };
}

/** The last link of a line such as "#41 in Political Fiction (Kindle Store)". */
function rankedCategory(lookup: PageLookup, item: Elements): string {
  const link = lookup.within(item, 'a').at(-1);
  return (link ? textOf(link) : textOf(item).replace(RANK, '')).replace(SHOP, '');
}

function pathTo(lookup: PageLookup): string[] {
  return lookup
    .within(lookup.byId('wayfinding-breadcrumbs_feature_div', 'wayfinding-breadcrumbs_container'), 'a')
    .map(textOf);
}

/** True where the path to the product begins among books. */
export function standsAmongBooks(lookup: PageLookup): boolean {
  return isRootCategory(pathTo(lookup)[0] ?? '');
}

function distinct(names: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const name of names.map((name) => name.replace(/^[›>»\s]+|[›>»\s]+$/g, ''))) {
    const key = foldText(name);
    if (key !== '' && name.length <= 100 && !isRootCategory(name) && !known.has(key)) known.set(key, name);
  }
  return [...known.values()].slice(0, MAX_ENTRIES);
}
