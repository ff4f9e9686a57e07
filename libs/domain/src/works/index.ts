export type { BookForm } from './book-form.js';
export { candidateKeys } from './candidate-keys.js';
export { matchWork } from './match-work.js';
export { tieWorks, type ShortlistedForm, type WorkSuggestion, type WorkTie } from './tie-works.js';
export type { WorkMatch, WorkVerdict } from './work-match.js';
