import type { CoverAddresses } from '../../candidate.js';
import { isObject, parseJson, textAt, type Json } from '../../json-value.js';
import type { Shop } from '../ask/markets.js';
import { inside } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';
import { fullSizeCover } from './image-address.js';

/** Where the script that swaps the pictures has them; the first is the cover. */
const GALLERIES = [
  /['"]?colorImages['"]?\s{0,5}:\s{0,5}\{\s{0,20}['"]initial['"]\s{0,5}:\s{0,5}\[\s{0,20}(?=\{)/,
  /['"]?imageGalleryData['"]?\s{0,5}:\s{0,5}\[\s{0,20}(?=\{)/,
];
const MAX_ENTRY = 20_000;
const IMAGES = ['landingImage', 'imgBlkFront', 'ebooksImgBlkFront', 'main-image', 'prodImage', 'original-main-image'];
const WRAPPERS = [
  'imgTagWrapperId',
  'img-canvas',
  'ebooks-img-canvas',
  'main-image-container',
  'mainImageContainer',
  'image-block',
];

/** Where the cover may be fetched from: in full size, then a large form of it. Undefined for a page without one. */
export function coverOf(lookup: PageLookup, shop: Shop): CoverAddresses | undefined {
  for (const address of [...inScripts(lookup.source), ...inImages(lookup)]) {
    const cover = fullSizeCover(address, shop);
    if (cover !== undefined) return cover;
  }
  return undefined;
}

function inScripts(source: string): string[] {
  return GALLERIES.flatMap((gallery) => {
    const found = gallery.exec(source);
    if (!found) return [];
    return addressesIn(parseJson(firstEntry(source, found.index + found[0].length)));
  });
}

function addressesIn(image: Json): string[] {
  const single = ['hiRes', 'mainUrl', 'large'].map((key) => textAt(image, key));
  const main = isObject(image) && Object.hasOwn(image, 'main') ? image.main : undefined;
  return [...single, ...bySize(main), textAt(image, 'thumb')].filter((address) => address !== undefined);
}

/** Addresses with their sizes, the largest first. The order of height and width differs from year to year. */
function bySize(sizes: Json): string[] {
  if (!isObject(sizes)) return [];
  const entries = Object.entries(sizes)
    .slice(0, 100)
    .map(([address, size]): [string, number] => [address, longerSide(size)]);
  return entries.sort(([, one], [, other]) => other - one).map(([address]) => address);
}

function longerSide(size: Json): number {
  const sides = Array.isArray(size) ? (size as Json[]).slice(0, 2).map(Number).filter(Number.isFinite) : [];
  return Math.max(0, ...sides);
}

/** The object that begins at a place of a script, up to its own end. */
function firstEntry(source: string, start: number): string {
  const text = source.slice(start, start + MAX_ENTRY);
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '{') depth++;
    else if (!quoted && sign === '}' && --depth === 0) return text.slice(0, at + 1);
  }
  return '';
}

function inImages(lookup: PageLookup): string[] {
  const images = [
    ...lookup.each(lookup.byId(...IMAGES).filter('img')),
    ...lookup.each(lookup.byId(...WRAPPERS)).map((wrapper) => inside(wrapper, 'img').first()),
  ];
  return images
    .flatMap((image) => [
      image.attr('data-old-hires'),
      image.attr('data-a-hires'),
      ...bySize(parseJson(image.attr('data-a-dynamic-image') ?? '')),
      image.attr('src'),
    ])
    .filter((address) => address !== undefined && address !== '') as string[];
}
