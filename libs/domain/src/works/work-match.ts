/**
 * `same`: one work beyond reasonable doubt. `suggest`: a person should look. `different`: it is not, or nobody could tell.
 */
export type WorkVerdict = 'same' | 'suggest' | 'different';

export interface WorkMatch {
  verdict: WorkVerdict;
  /** From 0 to 1: from 0.85 on `same`, from 0.6 on `suggest`. */
  score: number;
  /** For people: "same title", "other language: de, en". Never empty. */
  reasons: string[];
}
