import { peopleFrom, type Contributor } from '@octavo/domain';
import { distinctPeople } from '../../people.js';
import { rolesFrom } from '../labels/roles.js';
import { inside, standsIn, textOf, type Elements, type PageNode } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';
import { valuesOf, type DetailRow } from './detail-rows.js';

const MAX_BYLINES = 60;
const MAX_LINES = 10;
const HOVER_CARD = /a-popover-(?:preload|content)/;
const ROLE_BEHIND = /^(.*?)\s*[(（]([^()（）]{1,100})[)）],?$/;
/** Links beside names: to all of a person's books, to more names, to the shop. */
const NO_NAME =
  /^(?:& ?\d+ more\b|visit (?:amazon|the|.*\bpage$)|search results\b|see (?:search|all)\b|learn about\b|are you an author\b|more(?:…|\.\.\.)?$|format:|\d+ more\b)/i;

/** Everybody a page names for its book, each once in each role, in the order of the page. */
export function contributorsOf(lookup: PageLookup, rows: readonly DetailRow[]): Contributor[] {
  const sources = [byline, phoneByline, pipedByline];
  const named = sources.map((read) => distinctPeople(read(lookup))).find((people) => people.length > 0) ?? [];
  const authors = valuesOf(rows, 'author')
    .flatMap(peopleFrom)
    .map(({ name }): Contributor => ({ name, role: 'author' }));
  const narrators = valuesOf(rows, 'narrator')
    .flatMap(peopleFrom)
    .map(({ name }): Contributor => ({ name, role: 'narrator' }));
  return distinctPeople([...(named.length > 0 ? named : authors), ...narrators]);
}

/** Each name in a box of its own, with what the person did behind it. */
function byline(lookup: PageLookup): Contributor[] {
  const boxes = lookup.within(lookup.byId('bylineInfo', 'byline', 'bylineInfo_feature_div'), '.author');
  return boxes.slice(0, MAX_BYLINES).flatMap((box) => personIn(lookup, box));
}

/** A card that opens over the name repeats it, with links of its own. */
function personIn(lookup: PageLookup, box: Elements): Contributor[] {
  const first = (selector: string) => lookup.within(box, selector).find((one) => !standsIn(one, HOVER_CARD));
  const link = first('a.contributorNameID') ?? first('a');
  const role = first('.contribution');
  const name = textOf(link ?? box.children('span').not('.contribution').first());
  return people(name, role ? textOf(role) : '');
}

/** Pages for phones link the names and say the roles, if at all, in brackets behind them. */
function phoneByline(lookup: PageLookup): Contributor[] {
  const places = lookup.byId(
    'bylineContributor',
    'contributorLink',
    'by-line',
    'byline',
    'bylineInfo',
    'bylineInfo_feature_div',
  );
  const links = [...lookup.each(places.filter('a')), ...lookup.within(places, 'a')];
  const named = links.filter((link) => !isStray(link)).slice(0, MAX_BYLINES);
  if (named.length > 0) return named.flatMap((link) => people(textOf(link), textBehind(link)));
  return lookup.each(lookup.byId('bylineContributor')).flatMap((place) => people(textOf(place), ''));
}

/** Before 2014 names are links in a line, with bars between them. */
function pipedByline(lookup: PageLookup): Contributor[] {
  const heading = lookup.byClass('parseasinTitle')[0] ?? lookup.page([]);
  const lines = [...lookup.each(heading.nextAll('span')), ...lookup.byClass('byLinePipe').map((pipe) => pipe.parent())];
  const line = lines.slice(0, MAX_LINES).find((one) => inside(one, 'a[href], .contributorNameTrigger').length > 0);
  const links = line ? lookup.within(line, 'a[href], .contributorNameTrigger') : [];
  const named = links.filter((link) => !isStray(link)).slice(0, MAX_BYLINES);
  return named.flatMap((link) => people(textOf(link), textBehind(link)));
}

function isStray(link: Elements): boolean {
  const href = link.attr('href') ?? '';
  return /^javascript:/i.test(href) || standsIn(link, HOVER_CARD) || standsIn(link, /(?:^|\s)contribution(?:\s|$)/);
}

/** What stands between a link and the next, where that is in brackets: "(Translator), ". */
function textBehind(link: Elements): string {
  let text = '';
  for (let node = nextTo(link.get(0)); node && node.name !== 'a' && text.length < 200; node = nextTo(node)) {
    const leaves = node.type === 'text' ? [node] : (node.children ?? []);
    text += leaves.map((leaf) => (leaf.type === 'text' ? leaf.data : '')).join('');
  }
  return /[(（]([^()（）]{1,100})[)）]/.exec(text)?.[1] ?? '';
}

function nextTo(node: PageNode | undefined): PageNode | undefined {
  return node?.nextSibling ?? undefined;
}

/** One name as an entry for each role; a role may be written behind the name itself. */
function people(written: string, words: string): Contributor[] {
  const [, bare, behind] = ROLE_BEHIND.exec(written.replace(/[,;]+$/, '')) ?? [];
  const name = (bare ?? written)
    .replace(/^(?:by|von|par|di|de|por|van|av)\s+(?=\p{Lu})/u, '')
    .replace(/[,;]+$/, '')
    .trim();
  if (name === '' || name.length > 150 || NO_NAME.test(name)) return [];
  return rolesFrom(words === '' ? (behind ?? '') : words).map((role) => ({ name, role }));
}
