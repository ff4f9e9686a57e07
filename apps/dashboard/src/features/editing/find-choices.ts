import type { BookFind } from '@octavo/contracts';
import type { MetadataField } from '@octavo/domain';
import { providerWord } from '../books/provenance-words.js';
import { valueWords } from '../books/value-words.js';

/** A value that a provider has for a field. */
export interface FindChoice {
  findId: string;
  origin: string;
  words: string;
}

/** The other values that accepted finds have for a field. Those that nobody said a word about yet are not among them. */
export function findChoices(finds: readonly BookFind[], field: MetadataField): FindChoice[] {
  return finds.flatMap(({ id, standing, provider, differences }) => {
    const other = differences.find((one) => one.field === field);
    const words = other ? valueWords(field, other.after) : '';
    if (standing !== 'ACCEPTED' || words === '') return [];
    return [{ findId: id, origin: providerWord(provider), words }];
  });
}
