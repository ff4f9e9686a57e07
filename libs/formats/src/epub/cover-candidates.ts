import { nameOf } from '@octavo/domain';
import type { ArchiveEntry } from '../zip/zip-archive.js';
import { imagesOf, landmarkCover, type PageImage } from './cover-page.js';
import { resolveHref } from './href.js';
import type { EpubPackage, ManifestItem } from './open-epub.js';

/** How a candidate was come by: the book calls it the cover, its name or place does, or it is just a picture. */
export type CoverGround = 'declared' | 'likely' | 'picture';

export interface CoverCandidate extends PageImage {
  ground: CoverGround;
}

/**
 * Where the cover may be, best first, each looked up only when those before were none: EPUB 3 property, EPUB 2 meta,
 * guide, landmarks, then by name, by the first page, by the first pictures, by what lies about in the archive.
 */
export async function* coverCandidates(epub: EpubPackage): AsyncGenerator<CoverCandidate> {
  const { manifest } = epub;
  const marked = manifest.filter(({ properties }) => properties.includes('cover-image'));
  yield* imagesIn(epub, marked.map(entryOf), 'declared');
  yield* imagesIn(epub, coverMeta(epub), 'declared');
  yield* imagesIn(epub, guideCover(epub), 'declared');
  yield* imagesIn(epub, [await landmarkCover(epub)], 'declared');
  yield* imagesIn(epub, manifest.filter(isNamedCover).map(entryOf), 'likely');
  yield* imagesIn(epub, [entryOf(epub.spine[0]?.item)], 'likely');
  yield* imagesIn(epub, manifest.filter(isImage).slice(0, MAX_EACH).map(entryOf).sort(largestFirst), 'picture');
  yield* imagesIn(epub, looseCovers(epub), 'likely');
}

/** Of each kind; each may cost the reading of a page. */
const MAX_EACH = 5;

/** A candidate that is a page stands for the images on it. */
async function* imagesIn(
  epub: EpubPackage,
  entries: readonly (ArchiveEntry | undefined)[],
  ground: CoverGround,
): AsyncGenerator<CoverCandidate> {
  for (const entry of entries.slice(0, MAX_EACH)) {
    if (entry === undefined) continue;
    for (const image of await imagesOf(epub, entry, ground === 'declared')) yield { ...image, ground };
  }
}

function entryOf(item: ManifestItem | undefined): ArchiveEntry | undefined {
  return item?.entry;
}

/** EPUB 2 <meta name="cover" content="id">; some write an href or a file name instead of the id. */
function coverMeta({ archive, path, manifest, metadata }: EpubPackage): (ArchiveEntry | undefined)[] {
  return metadata
    .filter(({ name, attributes }) => name === 'meta' && attributes['name']?.trim().toLowerCase() === 'cover')
    .map(({ attributes }) => {
      const content = attributes['content']?.trim() ?? '';
      const item = manifest.find(({ id }) => id === content) ?? manifest.find(({ href }) => href === content);
      const name = resolveHref(path, content);
      return item?.entry ?? (name === undefined ? undefined : archive.find(name));
    });
}

function guideCover({ archive, path, guide }: EpubPackage): (ArchiveEntry | undefined)[] {
  return guide
    .filter(({ type }) => type.includes('cover') || type.includes('thumbimagestandard'))
    .map(({ href }) => archive.find(resolveHref(path, href) ?? ''));
}

const COVER_IDS = new Set(['cover', 'cover-image', 'coverimage', 'my-cover-image', 'ci']);
/** "Cover" in the languages that books are most often made in; not the back of one, nor "discover". */
const COVER_WORD =
  /(?<!dis|re|back[-_ ]?)(?:cover|couverture|portada|titelbild|umschlag|okładka|cubierta|(?<![a-z])front(?![a-z]))(?![-_ ]?back)/i;

function isImage({ mediaType, href }: ManifestItem): boolean {
  return /^image\/(?!svg)/.test(mediaType) || /\.(?:jpe?g|png|webp|gif)$/i.test(href);
}

function isNamedCover(item: ManifestItem): boolean {
  const fileName = nameOf(item.href);
  return (
    isImage(item) && (COVER_IDS.has(item.id.toLowerCase()) || COVER_WORD.test(item.id) || COVER_WORD.test(fileName))
  );
}

/** By bytes, which needs no reading and says as much as pixels. */
function largestFirst(a: ArchiveEntry | undefined, b: ArchiveEntry | undefined): number {
  return (b?.size ?? 0) - (a?.size ?? 0);
}

function looseCovers({ archive }: EpubPackage): ArchiveEntry[] {
  const form = /(?:^|\/)(?:cover|folder|front)[^/]*\.(?:jpe?g|png|webp|gif)$/i;
  return archive.entries.filter(({ name }) => form.test(name) && !name.startsWith('__MACOSX/'));
}
