import { type Statement, titleFromPath } from '../book-metadata.js';
import { NOTHING_KNOWN } from './field-values.js';
import { mergeBook } from './merge-book.js';
import type { StoredBook } from './origins.js';
import type { RunStatement } from './run-proposals.js';

/** A book nobody knew before, from what all sources say of it. */
export function bookFrom(statements: readonly RunStatement[]): StoredBook {
  const { metadata, origins } = mergeBook({ metadata: NOTHING_KNOWN, origins: {} }, statements, { mode: 'normal' });
  return { metadata, origins };
}

/** The statements, with a title: where the file's name was not read, it is called after its path. */
export function withPathTitle(statements: readonly Statement[], path: string): Statement[] {
  const isNamed = statements.some(({ source, draft }) => source === 'filepath' && draft.title);
  return isNamed ? [...statements] : [...statements, { source: 'filepath', draft: { title: titleFromPath(path) } }];
}
