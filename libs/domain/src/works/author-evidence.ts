import { type Author, type Authors, samePerson } from './authors-of.js';

/** `same`: they wrote it. `perhaps`: the names are alike, or only a narrator is shared. `unknown`: a side tells none. */
export type AuthorVerdict = 'same' | 'perhaps' | 'unknown' | 'other';

export interface AuthorEvidence {
  verdict: AuthorVerdict;
  /** From 0 to 1; 0 where nothing is known. */
  likeness: number;
  /** True where the first author of each is among those of the other. */
  isFirst: boolean;
}

/** From here on two names are those of one person; "Tolkien" and "J. R. R. Tolkien" have just that. */
const SAME = 0.75;
const PERHAPS = 0.6;

/** Whether two books may have the same author. Symmetric. */
export function authorEvidence(a: Authors, b: Authors): AuthorEvidence {
  if (a.wrote.length === 0 || b.wrote.length === 0) return { verdict: 'unknown', likeness: 0, isFirst: false };
  const best = bestOf(a.wrote, b.wrote);
  const readAloud = a.readAloud.length + b.readAloud.length > 0;
  const throughNarrator = readAloud ? bestOf([...a.wrote, ...a.readAloud], [...b.wrote, ...b.readAloud]) : best;
  if (best === undefined) return { verdict: 'unknown', likeness: 0, isFirst: false };
  const isFirst = [bestOf(a.wrote.slice(0, 1), b.wrote), bestOf(b.wrote.slice(0, 1), a.wrote)].every(
    (likeness) => (likeness ?? 0) >= SAME,
  );
  const verdict =
    best >= SAME
      ? 'same'
      : best >= PERHAPS || (throughNarrator ?? 0) >= SAME
        ? ('perhaps' as const)
        : ('other' as const);
  return { verdict, likeness: best, isFirst };
}

function bestOf(a: readonly Author[], b: readonly Author[]): number | undefined {
  const all = a.flatMap((one) => b.map((other) => samePerson(one, other))).filter((found) => found !== undefined);
  return all.length === 0 ? undefined : Math.max(...all);
}
