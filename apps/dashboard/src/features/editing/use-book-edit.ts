import type { BookDetail, Problem } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../api.js';
import { changesQuery } from '../history/history.queries.js';
import { type BookForm, type FormField, formOf } from './book-form.js';
import { type Complaints, complaintsAbout, complaintsOf } from './complaints.js';
import { sourcesQuery, usePatchBook } from './editing.queries.js';
import { pageCountOf } from './page-count-of.js';
import { changedFields, type Edits, patchOf } from './patch-of.js';

export interface BookEdit {
  form: BookForm;
  /** Fields that say something else than the book does. */
  changed: FormField[];
  complaints: Complaints;
  /** What the server said about none of the fields. */
  problem: Problem | undefined;
  /** How often saving was tried: each time, the first complaint wants to be seen. */
  tries: number;
  isPending: boolean;
  change: (edits: Edits) => void;
  /** A field is to follow the book again. */
  forget: (field: FormField) => void;
  save: () => void;
}

/** A book being edited. Fields that nobody touched follow the book while it changes underneath. */
export function useBookEdit(book: BookDetail, onDone: () => void): BookEdit {
  const kept = formOf(book, usePageCount(book));
  const [edits, setEdits] = useState<Edits>({});
  const [tries, setTries] = useState(0);
  const sending = usePatchBook(book.id, { done: 'Saved', showsProblem: true, onDone });
  const form = { ...kept, ...edits };
  const own = complaintsAbout(form);
  const said = complaintsOf(sending.error ? problemOf(sending.error) : undefined, form);

  const change = (more: Edits) => {
    setEdits((before) => ({ ...before, ...more }));
    // What was said was about other values.
    if (sending.isError) sending.reset();
  };
  const forget = (field: FormField) =>
    setEdits((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));
  const save = () => {
    setTries((before) => before + 1);
    if (Object.keys(own).length > 0) return;
    if (changedFields(kept, edits).length === 0) onDone();
    else sending.mutate(patchOf(kept, edits));
  };
  return {
    ...{ form, tries, change, forget, save },
    changed: changedFields(kept, edits),
    complaints: { ...said.fields, ...(tries > 0 && own) },
    problem: said.rest,
    isPending: sending.isPending,
  };
}

function usePageCount(book: BookDetail): number | null {
  const changes = useQuery(changesQuery(book.id)).data?.items ?? [];
  const sources = useQuery(sourcesQuery(book.id)).data?.items ?? [];
  return pageCountOf(book, changes, sources);
}
