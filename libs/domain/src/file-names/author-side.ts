import { isStandIn } from '../contributors.js';
import type { NameContext } from './name-context.js';
import { A_NAME, CLEARLY_A_NAME, personScore } from './person-score.js';
import type { Segment } from './split-segments.js';
import type { NameOrder } from './reading.js';

/** Which of two parts names the author, if one does. */
export interface Verdict {
  author: 'first' | 'second' | 'neither';
  /** True when only the usual order decided. */
  ambiguous: boolean;
  confidence: number;
}

type Rule = (first: Segment, second: Segment, context: NameContext) => Verdict | undefined;

const sure = (author: Verdict['author'], confidence: number): Verdict => ({ author, ambiguous: false, confidence });

/**
 * Tells author from title by what is known best: names the library knows, stand-ins such as "Unknown", the folder, what
 * the file itself says, brackets that belong to titles, the look of a name. Where nothing tells, the usual order does.
 */
export function authorSide(first: Segment, second: Segment, context: NameContext, order = context.order): Verdict {
  for (const rule of [byKnowledge, byStandIn, byFolder, byMark, byScore]) {
    const verdict = rule(first, second, context);
    if (verdict) return verdict;
  }
  return byOrder(first, second, order);
}

const byKnowledge: Rule = (first, second, { knowledge, isEmbeddedTitle }) => {
  const rank = { is: 2, holds: 1, nothing: 0 };
  const lead = rank[knowledge(first.text)] - rank[knowledge(second.text)];
  if (lead !== 0) return sure(lead > 0 ? 'first' : 'second', 0.95);
  const titles = [first, second].map(({ text }) => isEmbeddedTitle(text));
  if (titles[0] === titles[1]) return undefined;
  const author = titles[0] ? 'second' : 'first';
  return sure(personScore((titles[0] ? second : first).text) > 0 ? author : 'neither', 0.9);
};

const byStandIn: Rule = (first, second) => {
  if (standsForNobody(first.text)) return sure('first', 0.85);
  return standsForNobody(second.text) ? sure('second', 0.85) : undefined;
};

/** "Untitled" and "None" stand in for an author in tags only; in the name of a file they are titles. */
function standsForNobody(text: string): boolean {
  return isStandIn(text) && !/^(?:untitled|none|author)$/i.test(text);
}

/** A lone folder may as well be called after the book, so it leaves a doubt where the other part looks like a name too. */
const byFolder: Rule = (first, second, { inFolders, folders }) => {
  const [inFirst, inSecond] = [inFolders(first.text), inFolders(second.text)];
  if (inFirst === inSecond) return undefined;
  const [author, title] = inFirst ? [first, second] : [second, first];
  const [score, rival] = [personScore(author.text), personScore(title.text)];
  if (score < A_NAME && rival > score) return undefined;
  const inDoubt = folders.length === 1 && rival >= A_NAME && rival >= score;
  return { author: inFirst ? 'first' : 'second', ambiguous: inDoubt, confidence: inDoubt ? 0.6 : 0.9 };
};

const byMark: Rule = (first, second) => {
  if ((first.mark === 'strong') === (second.mark === 'strong')) return undefined;
  const [author, side] = first.mark === 'strong' ? [second, 'second' as const] : [first, 'first' as const];
  return sure(personScore(author.text) > 0 ? side : 'neither', 0.85);
};

/** In the folder of an author, a part that hardly looks like a name is none; nor is any in that of an audiobook. */
const byScore: Rule = (first, second, { inAuthorFolder, kind }) => {
  const [a, b] = [personScore(first.text), personScore(second.text)];
  const enough = kind === 'audio' ? CLEARLY_A_NAME : A_NAME;
  if (Math.max(a, b) < enough && inAuthorFolder) return sure('neither', 0.6);
  if (a === 0 && b === 0) return { author: 'neither', ambiguous: true, confidence: 0.3 };
  const marked = byWeakMark(first, second);
  const isClose = Math.abs(a - b) < CLEARLY;
  if (marked !== undefined && isClose && (marked === 'first' ? a : b) > 0) return sure(marked, 0.6);
  if (a === b) return undefined;
  const better = a > b ? 'first' : 'second';
  if (marked !== undefined && marked !== better) return { author: better, ambiguous: true, confidence: 0.5 };
  return sure(better, Math.max(a, b) >= A_NAME ? 0.75 : 0.5);
};

/** Between scores that are further apart than this, a weak mark does not decide. */
const CLEARLY = 0.5;

/** The side that a bracket at either end of the name leaves for the author. */
function byWeakMark(first: Segment, second: Segment): 'first' | 'second' | undefined {
  if ((first.mark === 'weak') === (second.mark === 'weak')) return undefined;
  return first.mark === 'weak' ? 'second' : 'first';
}

function byOrder(first: Segment, second: Segment, order: NameOrder): Verdict {
  return { author: order === 'author-title' ? 'first' : 'second', ambiguous: true, confidence: 0.4 };
}
