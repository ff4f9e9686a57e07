import sharp from 'sharp';
import { anEpub, type EpubBuilder } from '../builders/epub.builder.js';
import { pngCover } from '../builders/cover.builder.js';
import type { KitWith } from './check.js';
import type { Endpoint } from './endpoint.js';
import { holds } from './expectation.js';
import type { NewBook } from './hands.js';
import { ofKind, idOf, metadataOf } from './sync-items.js';

/** A small EPUB of that title. */
export const aBook = (title: string): NewBook => ({ file: anEpub().titled(title).by('Jane Doe').build() });

/** The series of the special books that have one. */
export const SERIES = 'A series to check';
export const SMALL_COVER = { width: 100, height: 150 };

const numbered = (title: string, number?: string) => anEpub().titled(title).by('Jane Doe').inSeries(SERIES, number);
const spoken = (title: string, language: string) => anEpub().titled(title).by('Jane Doe').inLanguage(language);

/** One book for each thing that has gone wrong somewhere. */
const SPECIAL = {
  unicode: anEpub().titled('testbook执').by('John Döe执').inSeries('O0ü 执', '1'),
  unnumbered: numbered('Without a number'),
  zero: numbered('Number zero', '0'),
  half: numbered('One and a half', '1.5'),
  english: spoken('English', 'eng'),
  norwegian: spoken('Norwegian', 'nob'),
  bare: anEpub().titled('Bare'),
  fixed: anEpub().titled('Fixed pages').by('Jane Doe').fixedLayout(),
  png: anEpub().titled('PNG cover').by('Jane Doe'),
  webp: anEpub().titled('WebP cover').by('Jane Doe'),
  cmyk: anEpub().titled('CMYK cover').by('Jane Doe'),
} as const satisfies Record<string, EpubBuilder>;
export type SpecialBook = keyof typeof SPECIAL;

const COVERS: Partial<Record<SpecialBook, () => Promise<Uint8Array>>> = {
  png: () => Promise.resolve(pngCover(SMALL_COVER)),
  webp: () => plain().webp().toBuffer(),
  cmyk: () => plain().toColourspace('cmyk').jpeg().toBuffer(),
};

type AbleToAdd = KitWith<'reader' | 'addBooks'>;

/** A device whose library is the special books, and their ids; made once. */
export function specialBooks(kit: AbleToAdd): Promise<{ device: Endpoint; ids: Map<SpecialBook, string> }> {
  return kit.once('special books', async () => {
    const names = Object.keys(SPECIAL) as SpecialBook[];
    const base = await kit.hands.reader(0);
    const books = await Promise.all(names.map(async (name) => ({ file: fileOf(name), cover: await COVERS[name]?.() })));
    const ids = await kit.hands.addBooks(base, books);
    return { device: kit.at(base), ids: new Map(names.map((name, at) => [name, ids[at] ?? ''])) };
  });
}

/** The metadata of one of them, as its first sync told. */
export async function specialBook(kit: AbleToAdd, name: SpecialBook): Promise<unknown> {
  const { device, ids } = await specialBooks(kit);
  const items = await kit.once('special items', () => device.sync());
  const item = ofKind(items, 'NewEntitlement').find((one) => idOf(one) === ids.get(name));
  holds(item, `the book "${name}" to be told`, items.length);
  return metadataOf(item);
}

/** The bytes of one of them, as it was put into the library. */
export const fileOf = (name: SpecialBook): Uint8Array => SPECIAL[name].build();

const plain = () => sharp({ create: { ...SMALL_COVER, channels: 3, background: { r: 200, g: 80, b: 40 } } });
