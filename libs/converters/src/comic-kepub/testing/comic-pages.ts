import { bytesAccess } from '@octavo/domain';
import { openEpub, type EpubPackage } from '@octavo/formats';
import { aComic, pngCover, type ComicBuilder } from '@octavo/testing';
import { convertedBytes } from '../../testing/converter-contract.js';
import type { ConvertOptions } from '../../converter.js';
import { cbzToKepub } from '../comic-to-kepub.js';

/** A PNG that is as heavy as it is told to be: behind its end stand bytes that no packer makes smaller. */
export function heavyPage(seed: number, weight = 4000, size: { width?: number; height?: number } = {}): Uint8Array {
  const noise = Buffer.alloc(weight);
  let state = seed + 1;
  for (let at = 0; at < weight; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    noise[at] = state >>> 16;
  }
  return Buffer.concat([pngCover({ width: 210, height: 300, ...size, seed }), noise]);
}

/** `count` heavy pages, called page1.png, page2.png, ... */
export function heavyComic(count = 6): ComicBuilder {
  const comic = aComic().titled('Zot!').inSeries('Zot!', '1').by('Scott McCloud').withPages(0);
  for (let at = 1; at <= count; at += 1) comic.withFile(`page${at}.png`, heavyPage(at));
  return comic;
}

/** The KEPUB made of a comic, opened. */
export async function kepubOf(comic: Uint8Array, options?: ConvertOptions): Promise<EpubPackage> {
  return openEpub(bytesAccess(await convertedBytes(cbzToKepub, comic, options)));
}

/** A file of it, as text. */
export async function textOf(kepub: EpubPackage, name: string): Promise<string> {
  return Buffer.from(await bytesOf(kepub, name)).toString();
}

export async function bytesOf({ archive }: EpubPackage, name: string): Promise<Uint8Array> {
  const entry = archive.find(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  return archive.bytes(entry);
}

/** The images in the order of the spine, as their pages name them. */
export async function imagesShown(kepub: EpubPackage): Promise<Uint8Array[]> {
  const images: Uint8Array[] = [];
  for (const { item } of kepub.spine) {
    const page = await textOf(kepub, item.href);
    images.push(await bytesOf(kepub, `images/${/src="\.\.\/images\/([^"]+)"/.exec(page)?.[1]}`));
  }
  return images;
}
