import type { BulkPatch } from '@octavo/contracts';
import type { z } from 'zod';

export type BulkPatchSent = z.input<typeof BulkPatch>;

/** Fields of one line that may be given to many books alike. */
export const PLAIN_FIELDS = ['publisher', 'publishedDate', 'language', 'series'] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** What is to become of a field of many books. */
export interface FieldWish {
  how: 'leave' | 'set' | 'empty';
  text: string;
}

export interface SubjectsWish {
  how: 'leave' | 'change' | 'replace' | 'empty';
  add: string[];
  remove: string[];
  replace: string[];
}

export interface LocksWish {
  how: 'leave' | 'lock' | 'unlock';
  fields: string[];
}

export interface BulkForm {
  plain: Record<PlainField, FieldWish>;
  subjects: SubjectsWish;
  locks: LocksWish;
}

const LEAVE: FieldWish = { how: 'leave', text: '' };

export const EMPTY_FORM: BulkForm = {
  plain: { publisher: LEAVE, publishedDate: LEAVE, language: LEAVE, series: LEAVE },
  subjects: { how: 'leave', add: [], remove: [], replace: [] },
  locks: { how: 'leave', fields: [] },
};

/** What is to be sent; nothing of what is left as it is, and nothing of what was begun and not filled in. */
export function bulkPatchOf({ plain, subjects, locks }: BulkForm): BulkPatchSent {
  const wished = PLAIN_FIELDS.flatMap((field) => {
    const value = valueOf(field, plain[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...(Object.fromEntries(wished) as BulkPatchSent), ...subjectsOf(subjects), ...locksOf(locks) };
}

function valueOf(field: PlainField, { how, text }: FieldWish): string | null | { name: string }[] | undefined {
  const given = text.trim();
  if (how === 'leave' || (how === 'set' && given === '')) return undefined;
  if (field === 'series') return how === 'empty' ? [] : [{ name: given }];
  return how === 'empty' ? null : given;
}

function subjectsOf({ how, add, remove, replace }: SubjectsWish): BulkPatchSent {
  if (how === 'empty') return { subjects: [] };
  if (how === 'replace') return replace.length > 0 ? { subjects: replace } : {};
  if (how === 'leave') return {};
  return { ...(add.length > 0 && { addSubjects: add }), ...(remove.length > 0 && { removeSubjects: remove }) };
}

function locksOf({ how, fields }: LocksWish): BulkPatchSent {
  if (how === 'leave' || fields.length === 0) return {};
  return { locks: Object.fromEntries(fields.map((field) => [field, how === 'lock'])) };
}

export const isNothing = (patch: BulkPatchSent): boolean => Object.keys(patch).length === 0;
