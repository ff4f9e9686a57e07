export { choose, scoreHit, type Choice, type Judged } from './choose.js';
export type { Match, MatchVerdict } from './match.js';
export type { BookSought, EditionFound, HitFound } from './sought-and-found.js';
