import { isStandIn } from '../contributors.js';
import { knownLanguage } from '../languages.js';
import { foldText } from '../search-text.js';
import { isNoise } from './noise.js';

/** Words that folders are sorted by. A folder called by nothing else says nothing of an author or a series. */
const SHELF_WORDS = new Set(
  (
    'books book ebooks ebook audiobooks audiobook audio e library libraries calibre downloads download incoming inbox ' +
    'import imports new unsorted sorted misc miscellaneous various other others temp tmp my our the of and for to a ' +
    'audible audiobookshelf kobo read unread reading finished done general public domain pdf pdfs documents docs files data media fiction ' +
    'nonfiction non novel novels novella novellas standalone standalones short stories story collection collections ' +
    'anthologies comics comic manga graphic magazines science sci fi scifi sf fantasy horror thriller thrillers crime ' +
    'mystery mysteries romance history historical biography biographies memoirs classics classic literature poetry ' +
    'drama philosophy religion children childrens children s kids young adult ya teen erotica travel cooking cookbooks ' +
    'art music reference textbooks education school university computers computer programming technology business ' +
    'economics finance health self help politics psychology mathematics physics chemistry biology medicine ' +
    'bucher buch horbucher horbuch romane krimi krimis sachbuch sachbucher belletristik livres romans libros libri boeken'
  ).split(' '),
);

/** True for a folder that only keeps order: "Science Fiction", "A-C", "English", "epub", "Various Authors". */
export function isShelf(folder: string): boolean {
  if (folder.length > 60) return false;
  const folded = foldText(folder);
  if (isStandIn(folder) || isNoise(folder) || /^[\p{L}\d#]$/u.test(folded)) return true;
  if (/^[\p{L}\d] ?[-–] ?[\p{L}\d]$/u.test(folded)) return true;
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.every((word) => SHELF_WORDS.has(word)) || (words.length === 1 && folder.length > 3 && isLanguage(folder))
  );
}

function isLanguage(folder: string): boolean {
  return knownLanguage(folder) !== undefined;
}

/** True for a folder that holds one disc or part of an audiobook: "CD1", "Disc 2", "disk 001", "Part 1". */
export function isDisc(folder: string): boolean {
  return /^(?:cd|disc|disk|disque|part|teil)[ ._-]{0,2}\d{1,3}(?: of \d{1,3})?$/i.test(folder);
}
