export { bookFrom, withPathTitle } from './book-from.js';
export { changesBetween, type FieldChange } from './changes.js';
export { chooseCover, type CoverDecision, type CoverFacts, type CoverRules, type KeptCover } from './choose-cover.js';
export { undoCover, type ChosenCover, type CoverChange } from './cover-change.js';
export { editBook } from './edit-book.js';
export { isEmpty as isEmptyValue, METADATA_FIELDS, NOTHING_KNOWN, sameValue, type FieldValue } from './field-values.js';
export { lockParts, type Locks } from './lock-parts.js';
export { mergeBook, type MergedBook } from './merge-book.js';
export { keptPart, mergeField, type FieldDecision, type KeptPart } from './merge-field.js';
export {
  entriesOf,
  fieldOf,
  fieldSources,
  originOf,
  type FieldPart,
  type Origin,
  type Origins,
  type RoleGroup,
  type StoredBook,
} from './origins.js';
export { originOfField, rankOf, sourceRank, type MergeRules } from './ranks.js';
export { onlyFields, restoreField } from './restore-field.js';
export type { Proposal, RunStatement } from './run-proposals.js';
export { statedParts } from './stated-parts.js';
export { undo, type Undone } from './undo.js';
