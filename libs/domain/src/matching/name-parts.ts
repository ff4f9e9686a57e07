import { normalText } from './normal-text.js';

export interface NameParts {
  /** In the order they are said, without titles and the like; an initial is a word of one letter. */
  words: readonly string[];
  /** All of them as one, in which "J. R. R." and "JRR" are the same. */
  letters: string;
}

/** Longer ones are no names. */
const MAX_NAME = 120;
const NOT_A_NAME = new Set('jr sr dr prof phd md ii iii iv sir dame mr mrs ms esq'.split(' '));

/** "Tolkien, J.R.R." -> j, r, r, tolkien. A name that is nothing but a title ("Dr.") stays one. */
export function cleanedName(name: string): NameParts {
  const parts = name
    .slice(0, MAX_NAME)
    .split(/[,،、]/)
    .map((part) => normalText(part).split(' ').filter(isWord));
  const named = parts.map((words) => words.filter((word) => !NOT_A_NAME.has(word))).filter((words) => words.length > 0);
  const kept = named.length > 0 ? named : parts;
  const words = (kept.length === 2 ? kept.toReversed() : kept).flat();
  return { words, letters: words.join('') };
}

const isWord = (word: string) => word !== '';
