import { DomainError } from '@octavo/domain';
import { agree, misread } from './agreement.js';
import type { Promised } from './embedder.js';
import { SAID_FIELDS, withoutFields, withoutNothing, type Said, type SaidField } from './said.js';

/** A text that holds the metadata, to be brought to say what is wanted. */
export interface Rewriting extends Promised {
  /** What is written even where the text says it, for the sake of other readers. */
  stale?: readonly SaidField[];
  /** The text with these fields written into it, in any order of calls; without fields, the text it was. */
  write: (fields: ReadonlySet<SaidField>, wanted: Said) => string;
  /** What our reader makes of a text. */
  read: (text: string) => Promise<Said>;
}

export interface Settled {
  text: string;
  /** What it says of all that could be said. */
  wanted: Said;
  /** What of it was written. */
  written: SaidField[];
}

/**
 * Writes what is wanted where the text does not say it already, and reads it back. A field that our reader then tells
 * otherwise is not written after all: a value it cannot carry costs that field, never the file. Throws
 * 'conversion.failed' when a field that nobody asked for would change.
 */
export async function settle({ before, wanted, stale = [], write, read }: Rewriting): Promise<Settled> {
  let asked = wanted;
  const isDue = (field: SaidField) => stale.includes(field) || !agree(field, asked, before);
  let fields = new Set<SaidField>(SAID_FIELDS.filter((field) => asked[field] !== undefined && isDue(field)));
  for (;;) {
    const text = write(fields, asked);
    const after = await read(text);
    const wrong = misread({ before, wanted: asked }, after);
    if (wrong.length === 0) return { text, wanted: asked, written: [...fields] };
    // What was left alone since the file says it, but says it no more beside what was written.
    const beside = wrong.filter((field) => asked[field] !== undefined && !fields.has(field));
    const refused = wrong.filter((field) => fields.has(field));
    if (beside.length + refused.length === 0) throw disturbed(wrong);
    asked = beside.length > 0 ? asked : without(asked, refused, after);
    fields = new Set([...fields, ...beside].filter((field) => asked[field] !== undefined));
  }
}

/**
 * Of identifiers only those that are not read back. A subtitle may be what hides its title, so it is given up first; a
 * title that is given up takes its sort form along.
 */
function without(asked: Said, refused: readonly SaidField[], after: Said): Said {
  if (refused.includes('title') && asked.subtitle !== undefined) return withoutFields(asked, ['subtitle']);
  const identifiers = asked.identifiers?.filter((one) => agree('identifiers', { identifiers: [one] }, after));
  const kept = withoutNothing({ ...withoutFields(asked, refused), identifiers });
  return refused.includes('title') ? withoutFields(kept, ['sortTitle']) : kept;
}

function disturbed(fields: readonly SaidField[]): DomainError {
  const names = fields.join(', ');
  return new DomainError('conversion.failed', `Writing into the file would change what it says otherwise (${names}).`);
}
