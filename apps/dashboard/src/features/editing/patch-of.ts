import type { BookPatch } from '@octavo/contracts';
import type { z } from 'zod';
import type { BookForm, FormField } from './book-form.js';

export type PatchSent = z.input<typeof BookPatch>;
export type Edits = Partial<BookForm>;

/** What is to be sent: the fields that say something else than the book does. */
export function patchOf(kept: BookForm, edits: Edits): PatchSent {
  const now = { ...kept, ...edits };
  const fields = changedFields(kept, edits);
  return Object.assign({}, ...fields.map((field) => ({ [field]: SENT[field](now) }))) as PatchSent;
}

/** The fields that say something else than the book does: a space at the end is nothing, nor is an empty line of a list. */
export function changedFields(kept: BookForm, edits: Edits): FormField[] {
  const now = { ...kept, ...edits };
  const fields = Object.keys(edits) as FormField[];
  return fields.filter((field) => JSON.stringify(SENT[field](now)) !== JSON.stringify(SENT[field](kept)));
}

const text = (value: string) => (value.trim() === '' ? null : value.trim());

/** Each field as the server takes it. */
const SENT: { [Field in FormField]: (form: BookForm) => PatchSent[Field] } = {
  title: ({ title }) => title.trim(),
  subtitle: ({ subtitle }) => text(subtitle),
  description: ({ description }) => text(description),
  publisher: ({ publisher }) => text(publisher),
  publishedDate: ({ publishedDate }) => text(publishedDate),
  language: ({ language }) => text(language),
  pageCount: ({ pageCount }) => (pageCount.trim() === '' ? null : Number(pageCount.trim())),
  abridged: ({ abridged }) => (abridged === '' ? null : abridged === 'true'),
  subjects: ({ subjects }) => subjects.map((one) => one.trim()).filter((one) => one !== ''),
  contributors: ({ contributors }) =>
    contributors.map(({ name, role }) => ({ name: name.trim(), role })).filter(({ name }) => name !== ''),
  series: ({ series }) =>
    series.map(({ name, number }) => ({ name: name.trim(), number: text(number) })).filter(({ name }) => name !== ''),
  identifiers: ({ identifiers }) =>
    identifiers
      .map(({ scheme, value }) => ({ scheme: scheme.trim().toLowerCase(), value: value.trim() }))
      .filter(({ value }) => value !== ''),
};
