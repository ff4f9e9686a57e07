import { posix } from 'node:path';
import { decodeXml, type EpubPackage, type ManifestItem } from '@octavo/formats';
import { isPage } from './book-files.js';

const LARGEST_COVER_PAGE = 1024 * 1024;
const FIRST_IMAGE = /<(?:[\w-]+:)?(?:img|image)\s[^<>]*?(?:src|href)\s*=\s*["']([^"']+)/i;

/**
 * The manifest item that is the cover's image: what EPUB 3 marks so, else what EPUB 2's meta names, by id as it should
 * or by file as some do, else what is called cover, else what the guide points at. A page stands for its first image.
 */
export async function coverItem(epub: EpubPackage): Promise<ManifestItem | undefined> {
  for (const item of candidates(epub)) {
    const image = isPage(item) ? await imageOn(epub, item) : item;
    if (image && isImage(image)) return image;
  }
  return undefined;
}

function candidates({ manifest, metadata, guide }: EpubPackage): ManifestItem[] {
  const meta = metadata.find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const named = meta?.attributes['content'];
  const guided = guide.find(({ type }) => type === 'cover')?.href.replace(/#.*$/, '');
  return [
    ...manifest.filter(({ properties }) => properties.includes('cover-image')),
    manifest.find(({ id }) => id === named),
    manifest.find(({ href }) => href === named),
    manifest.find(({ id }) => id === 'cover' || id === 'cover-image'),
    manifest.find(({ href }) => href === guided),
  ].filter((item) => item !== undefined);
}

function isImage({ mediaType }: ManifestItem): boolean {
  return mediaType.trim().toLowerCase().startsWith('image/');
}

async function imageOn({ archive, manifest }: EpubPackage, { entry }: ManifestItem): Promise<ManifestItem | undefined> {
  if (!entry || entry.size > LARGEST_COVER_PAGE) return undefined;
  const { text } = decodeXml(await archive.bytes(entry, LARGEST_COVER_PAGE));
  const href = FIRST_IMAGE.exec(text)?.[1];
  if (href === undefined) return undefined;
  const image = archive.find(posix.join(posix.dirname(entry.name), href));
  return image && manifest.find((item) => item.entry === image);
}
