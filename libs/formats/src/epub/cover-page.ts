import { DomainError } from '@octavo/domain';
import type { Document, Element } from 'domhandler';
import type { ArchiveEntry } from '../zip/zip-archive.js';
import { decodeXml } from '../xml/decode-xml.js';
import { resolveHref } from './href.js';
import { inlineImage } from './inline-image.js';
import type { EpubPackage } from './open-epub.js';
import { readableBytes } from './readable-bytes.js';
import { attribute, elementsBelow, localName, parseXml, textOf } from '../xml/xml.js';

/** In bytes. A page that only shows the cover is far smaller; a drawing may hold the picture itself. */
const MAX_PAGE = 256 * 1024;
const MAX_DRAWING = 10 * 1024 * 1024;
/** In characters: a page with more to read is a chapter that begins with a picture. */
const MAX_WORDS = 200;

export interface PageImage {
  entry: ArchiveEntry;
  /** The image itself, where the entry is a drawing it is written into. */
  inline?: Uint8Array;
}

const DRAWING = /\.svg$/i;
const PAGE = /\.(?:x?html?|xml)$/i;

/**
 * The images an entry stands for, in order: itself, or those on the page or drawing it is. A page that is only guessed
 * to be the cover must have next to nothing to read.
 */
export async function imagesOf(epub: EpubPackage, entry: ArchiveEntry, declared: boolean): Promise<PageImage[]> {
  if (DRAWING.test(entry.name)) return imagesOfDrawing(epub, entry);
  if (!PAGE.test(entry.name)) return [{ entry }];
  const page = await readPage(epub, entry);
  if (page === undefined || (!declared && visibleText(page).length >= MAX_WORDS)) return [];
  const images: PageImage[] = [];
  for (const image of imagesOn(epub, entry, page))
    images.push(...(DRAWING.test(image.name) ? await imagesOfDrawing(epub, image) : [{ entry: image }]));
  return images;
}

async function imagesOfDrawing(epub: EpubPackage, drawing: ArchiveEntry): Promise<PageImage[]> {
  const bytes = await readableBytes(epub, drawing, MAX_DRAWING);
  if (bytes === undefined) return [];
  const inline = inlineImage(bytes);
  if (inline !== undefined) return [{ entry: drawing, inline }];
  const page = bytes.byteLength > MAX_PAGE ? undefined : parsed(bytes);
  return page === undefined ? [] : imagesOn(epub, drawing, page).map((entry) => ({ entry }));
}

/** EPUB 3.3 §7.4.4: <nav epub:type="landmarks"> ... <a epub:type="cover" href="...">. */
export async function landmarkCover(epub: EpubPackage): Promise<ArchiveEntry | undefined> {
  const nav = epub.manifest.find(({ properties }) => properties.includes('nav'))?.entry;
  const page = nav === undefined ? undefined : await readPage(epub, nav);
  if (nav === undefined || page === undefined) return undefined;
  for (const element of elementsBelow(page)) {
    if (localName(element) === 'a' && (attribute(element, 'type') ?? '').split(/\s+/).includes('cover'))
      return epub.archive.find(resolveHref(nav.name, attribute(element, 'href') ?? '') ?? '');
  }
  return undefined;
}

function imagesOn({ archive }: EpubPackage, from: ArchiveEntry, page: Document): ArchiveEntry[] {
  return [...elementsBelow(page)]
    .map(imageHref)
    .filter((href) => href !== undefined)
    .slice(0, 3)
    .map((href) => archive.find(resolveHref(from.name, href) ?? ''))
    .filter((entry) => entry !== undefined);
}

function imageHref(element: Element): string | undefined {
  const name = localName(element);
  if (name === 'img') return attribute(element, 'src');
  if (name === 'image') return attribute(element, 'href');
  if (name === 'object') return attribute(element, 'data');
  return /background(?:-image)?\s*:[^;]{0,200}url\(\s*['"]?([^'")]+)/i.exec(element.attribs['style'] ?? '')?.[1];
}

async function readPage(epub: EpubPackage, entry: ArchiveEntry): Promise<Document | undefined> {
  const bytes = await readableBytes(epub, entry, MAX_PAGE);
  return bytes === undefined ? undefined : parsed(bytes);
}

/** A page is only searched for a picture: one that is past all reason has none. */
function parsed(bytes: Uint8Array): Document | undefined {
  try {
    return parseXml(decodeXml(bytes).text);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function visibleText(page: Document): string {
  for (const element of elementsBelow(page)) {
    if (localName(element) === 'body') return textOf(element).replace(/\s+/g, ' ').trim();
  }
  return '';
}
