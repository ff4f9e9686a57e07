import type { SourceList } from '@octavo/contracts';
import type { MetadataField } from '@octavo/domain';
import { originWords } from '../books/provenance-words.js';
import { valueWords } from '../books/value-words.js';

export type SaidBySource = SourceList['items'][number];

/** A value that a source has for a field. */
export interface SourceChoice {
  source: SaidBySource['source'];
  provider: string | null;
  /** Where it is from, and what it is. */
  origin: string;
  words: string;
}

/** The other values there are for a field, the first of each source: the server goes back to that one. */
export function sourceChoices(sources: readonly SaidBySource[], field: MetadataField): SourceChoice[] {
  const firsts = new Map<string, SaidBySource>();
  for (const said of sources) {
    const key = `${said.source} ${said.provider ?? ''}`;
    if (!firsts.has(key)) firsts.set(key, said);
  }
  return [...firsts.values()].flatMap((said) => {
    const words = valueWords(field, said.values[field]);
    if (words === '') return [];
    const { source, provider, name } = said;
    const origin = name === null ? originWords(said) : `${originWords(said)}, ${name}`;
    return [{ source, provider, origin, words }];
  });
}
