import type { Change } from '@octavo/contracts';
import { originWords, providerWord } from '../books/provenance-words.js';
import { valueWords } from '../books/value-words.js';
import type { Run } from './runs-of.js';

type Told = Pick<Run, 'kind' | 'by'> & { changes: readonly Pick<Change, 'provider'>[] };

/** Who or what changed a book, in a few words. `self` is what the reader is called. */
export function runWords({ kind, by, changes }: Told, self: string | undefined): string {
  const who = by === null ? undefined : by === self ? 'You' : by;
  const providers = listed([...new Set(changes.flatMap(({ provider }) => provider ?? []))].map(providerWord));
  switch (kind) {
    case 'EDIT':
      return `${who ?? 'Somebody'} edited`;
    case 'BULK':
      return `${who ?? 'Somebody'} edited this book together with others`;
    case 'FILE':
      return 'The file changed';
    case 'RESYNC':
      return who === undefined ? 'The files were read anew' : `${who} had the files read anew`;
    case 'AUDIBLE':
      return 'Audible says otherwise now';
    case 'ENRICHMENT':
      return who === undefined
        ? `Found at ${providers || 'a provider'}`
        : `${who} took it from ${providers || 'a provider'}`;
    case 'UNDO':
      return who === undefined ? 'Taken back' : `${who} took changes back`;
  }
}

/** "Amazon", "Amazon and Goodreads", "Amazon, Goodreads and Audible". */
function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}

export interface ChangeInWords {
  /** "" where there was, or is, nothing. */
  before: string;
  after: string;
  /** Said instead, where the value is the same. */
  remark?: string;
}

/** A field before and after. */
export function changeWords({ field, before, after, source, provider }: Change): ChangeInWords {
  const words = { before: valueWords(field, before), after: valueWords(field, after) };
  if (field === 'cover' && before !== null && after !== null && before !== after)
    return { ...words, after: 'another cover' };
  if (JSON.stringify(before) !== JSON.stringify(after)) return words;
  return {
    ...words,
    remark: `the same as before, ${source === 'manual' ? '' : 'now from '}${originWords({ source, provider })}`,
  };
}
