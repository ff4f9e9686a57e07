import { bareNumber } from './series-phrase.js';
import { hasLetterOrDigit, trimmedEnd } from './text-edges.js';

export interface Counted {
  number: string;
  rest: string;
}

/**
 * The number a title was given to keep a folder in order: "01. The Fellowship of the Ring", "Book 2: The Two Towers",
 * inside a folder also "6. Title" and "02 Title". "101 Dalmatians" is a title.
 */
export function leadingCount(text: string, inFolder: boolean): Counted | undefined {
  const words = text.split(' ', 3);
  for (const length of [1, 2]) {
    const head = words.slice(0, length).join(' ');
    const rest = text.slice(head.length + 1);
    const bare = trimmedEnd(head, '.:,)');
    const found = bareNumber(bare);
    if (found === undefined || !hasLetterOrDigit(rest)) continue;
    const isParted = bare !== head;
    const isCount = found.form === 'plain' ? isParted && inFolder : isParted || inFolder;
    if (isCount) return { number: found.number, rest };
  }
  return undefined;
}
