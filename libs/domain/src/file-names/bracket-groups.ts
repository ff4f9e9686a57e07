export type Bracket = 'round' | 'square' | 'curly';

export interface BracketGroup {
  bracket: Bracket;
  /** Where the opening bracket stands, and the first character after the closing one. */
  start: number;
  end: number;
  /** What is between, without spaces at its ends. */
  inner: string;
}

const OPENING = new Map<string, Bracket>([
  ['(', 'round'],
  ['（', 'round'],
  ['[', 'square'],
  ['【', 'square'],
  ['{', 'curly'],
]);
const CLOSING = new Map<string, Bracket>([
  [')', 'round'],
  ['）', 'round'],
  [']', 'square'],
  ['】', 'square'],
  ['}', 'curly'],
]);

/** The outermost pairs of brackets in order. A bracket without its fellow is an ordinary character. */
export function bracketGroups(text: string): BracketGroup[] {
  const open: { bracket: Bracket; at: number }[] = [];
  const waiting = { round: 0, square: 0, curly: 0 };
  const groups: BracketGroup[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const opens = OPENING.get(character);
    if (opens) {
      open.push({ bracket: opens, at });
      waiting[opens]++;
    }
    const closes = CLOSING.get(character);
    if (closes === undefined || waiting[closes] === 0) continue;
    let start = -1;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      waiting[last.bracket]--;
      start = last.at;
      if (last.bracket === closes) break;
    }
    while ((groups.at(-1)?.start ?? -1) > start) groups.pop();
    groups.push({ bracket: closes, start, end: at + 1, inner: text.slice(start + 1, at).trim() });
  }
  return groups;
}
