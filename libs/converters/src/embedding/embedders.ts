import { DomainError, type Format } from '@octavo/domain';
import { comicEmbedder } from './comic/comic-embedder.js';
import type { Embedder } from './embedder.js';
import { epubEmbedder } from './epub/epub-embedder.js';

/** Who writes metadata into files of a format. A KEPUB is an EPUB whose pages nobody touches here. */
export const embedders: Readonly<Partial<Record<Format, Embedder>>> = {
  epub: epubEmbedder,
  kepub: epubEmbedder,
  cbz: comicEmbedder,
};

/** True for formats metadata can be written into. */
export function canEmbed(format: Format): boolean {
  return embedders[format] !== undefined;
}

/** Throws 'format.unsupported' for formats nobody writes into. */
export function embedderFor(format: Format): Embedder {
  const embedder = embedders[format];
  if (embedder) return embedder;
  throw new DomainError('format.unsupported', `Metadata cannot be written into ${format.toUpperCase()} files.`);
}
