import type { CoverImage } from '@octavo/domain';
import { coverCandidates } from './cover-candidates.js';
import { coverImage } from '../images/cover-image.js';
import type { EpubPackage } from './open-epub.js';
import { readableBytes } from './readable-bytes.js';

const MAX_BYTES = 30 * 1024 * 1024;
/** Guessing costs reads; a book that hides its cover from this many guesses has none. */
const MAX_TRIED = 12;

/**
 * The cover of a book, its bytes untouched, and why a declared one was passed over. Absent rather than made up.
 */
export async function readCover(epub: EpubPackage): Promise<{ cover?: CoverImage; warnings: string[] }> {
  const tried = new Set<string>();
  const warnings: string[] = [];
  for await (const { entry, inline, ground } of coverCandidates(epub)) {
    if (tried.has(entry.name)) continue;
    if (tried.size === MAX_TRIED) break;
    tried.add(entry.name);
    const bytes = inline ?? (await readableBytes(epub, entry, MAX_BYTES));
    const found =
      bytes === undefined ? `The cover "${entry.name}" cannot be unpacked.` : await coverImage(entry.name, bytes);
    if (typeof found === 'string') {
      if (ground === 'declared') warnings.push(found);
    } else if (ground !== 'picture' || found.height >= found.width) return { cover: found, warnings };
  }
  return { warnings };
}
