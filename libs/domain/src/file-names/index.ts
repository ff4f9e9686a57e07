export { compilePattern, PLACEHOLDERS, type FileNamePattern, type Placeholder } from './compile-pattern.js';
export { parseFileName } from './parse-file-name.js';
export {
  draftPartsOf,
  type FileNameHints,
  type FileNameParse,
  type NameKind,
  type NameOrder,
  type Reading,
} from './reading.js';
export { seriesPhrase } from './series-phrase.js';
