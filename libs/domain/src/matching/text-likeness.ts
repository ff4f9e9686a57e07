import { MAX_LENGTH } from './normal-text.js';

/** Words that say nothing of what a book is about. */
const SMALL_WORDS = new Set(
  'the a an and of der die das ein eine und le la les l un une et el los las il lo gli de het een en y e'.split(' '),
);
/** The same words in another order are nearly the same title. */
const ANOTHER_ORDER = 0.95;

/** How alike two texts from `normalText` are, from 0 to 1: by letters or by words, whichever says more. Symmetric. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  return Math.max(1 - editDistance(a, b) / longer, ANOTHER_ORDER * wordLikeness(a, b));
}

/** Dice's coefficient over the sets of words that count. */
function wordLikeness(a: string, b: string): number {
  const [first, second] = [significantWords(a), significantWords(b)];
  const both = [...first].filter((word) => second.has(word)).length;
  return (2 * both) / (first.size + second.size);
}

function significantWords(text: string): Set<string> {
  const words = text.split(' ');
  const significant = words.filter((word) => !SMALL_WORDS.has(word));
  return new Set(significant.length > 0 ? significant : words);
}

/** Levenshtein's distance in UTF-16 units, of no more than the first `MAX_LENGTH`. */
export function editDistance(a: string, b: string): number {
  const [short, long] = [a, b].map((text) => text.slice(0, MAX_LENGTH)).sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  let row = Array.from({ length: short.length + 1 }, (_, at) => at);
  for (let y = 1; y <= long.length; y++) {
    const next = [y];
    for (let x = 1; x <= short.length; x++) {
      const replaced = (row[x - 1] ?? 0) + (short[x - 1] === long[y - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[x] ?? 0) + 1, (next[x - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[short.length] ?? 0;
}
