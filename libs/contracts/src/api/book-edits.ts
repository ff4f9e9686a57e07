import { type FieldPart, METADATA_FIELDS, type MetadataField, METADATA_SOURCES, ROLES } from '@octavo/domain';
import { z } from 'zod';
import { BookQuery } from './books.js';
import { Id, Time } from './primitives.js';

const Text = (most: number) => z.string().trim().max(most);
/** "" and null both empty a field. */
const Clearable = (most: number) =>
  Text(most)
    .nullable()
    .transform((text) => (text === '' ? null : text));
const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');
const Field = z.enum(METADATA_FIELDS as [MetadataField, ...MetadataField[]]);
/** A field, a part of one ("contributors.narrator", "identifiers.isbn"), or "cover". */
const Part = z
  .string()
  .max(100)
  .refine(
    (part) => part === 'cover' || METADATA_FIELDS.includes(part.split('.', 1)[0] as MetadataField),
    'no such field',
  )
  .transform((part) => part as FieldPart | 'cover');

const Locks = z.record(Part, z.boolean()).transform((locks): Partial<Record<FieldPart | 'cover', boolean>> => locks);

/** The values a person gives; what is left out stays, null or nothing empties the field. */
export const MetadataValues = z
  .object({
    title: Text(1_000).min(1),
    subtitle: Clearable(1_000),
    /** HTML or plain text; kept as safe HTML. */
    description: Clearable(100_000),
    publisher: Clearable(500),
    publishedDate: z.union([PartialDate, z.literal('').transform(() => null), z.null()]),
    /** BCP 47, or the name of a language. */
    language: Clearable(100),
    subjects: z.array(Text(300).min(1)).max(500),
    pageCount: z.number().int().min(0).max(100_000).nullable(),
    abridged: z.boolean().nullable(),
    contributors: z
      .array(z.object({ name: Text(500).min(1), role: z.enum(ROLES), sortName: Text(500).min(1).optional() }))
      .max(500),
    series: z.array(z.object({ name: Text(500).min(1), number: Text(50).nullable().optional() })).max(50),
    identifiers: z.array(z.object({ scheme: Text(50).min(1).toLowerCase(), value: Text(300).min(1) })).max(200),
  })
  .partial();
export type MetadataValues = z.infer<typeof MetadataValues>;

/** PATCH /api/books/:id */
export const BookPatch = z.strictObject({
  ...MetadataValues.shape,
  locks: Locks.optional(),
  /** Fields that are to be as one of their sources has them, whatever was written since. */
  restore: z
    .partialRecord(Field, z.object({ source: z.enum(METADATA_SOURCES), provider: Text(50).optional() }))
    .optional(),
});
export type BookPatch = z.infer<typeof BookPatch>;

/** What is changed in many books alike; subjects may be added or taken away beside. */
export const BulkPatch = z.strictObject({
  ...MetadataValues.omit({ title: true, subtitle: true, identifiers: true }).shape,
  addSubjects: z.array(Text(300).min(1)).max(100).optional(),
  removeSubjects: z.array(Text(300).min(1)).max(100).optional(),
  locks: Locks.optional(),
});
export type BulkPatch = z.infer<typeof BulkPatch>;

export const MOST_IN_BULK = 10_000;

/** POST /api/books/bulk: the books by id, or all that a list would show. */
export const BulkChange = z
  .strictObject({
    ids: z.array(Id).min(1).max(MOST_IN_BULK).optional(),
    query: BookQuery.omit({ limit: true, cursor: true, sort: true, order: true }).optional(),
    patch: BulkPatch,
    /** True: only tells what would change. */
    dryRun: z.boolean().default(false),
  })
  .refine(({ ids, query }) => (ids === undefined) !== (query === undefined), 'either ids or query');
export type BulkChange = z.infer<typeof BulkChange>;

/** A field before and after. */
export const FieldDifference = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

export const BulkAnswer = z.object({
  /** For POST /api/changes/:id/undo; null after a dry run, or where nothing changed. */
  changeId: Id.nullable(),
  /** How many books were looked at, and how many change. */
  total: z.number().int(),
  changed: z.number().int(),
  /** The first 500 that change. */
  items: z.array(z.object({ bookId: Id, title: z.string(), differences: z.array(FieldDifference) })),
});
export type BulkAnswer = z.infer<typeof BulkAnswer>;

export const CHANGE_KINDS = ['FILE', 'RESYNC', 'AUDIBLE', 'ENRICHMENT', 'EDIT', 'BULK', 'UNDO'] as const;

/** GET /api/books/:id/changes: one field that became another. */
export const Change = z.object({
  id: Id,
  /** What was changed together; taken back together by POST /api/changes/:runId/undo. */
  runId: Id,
  kind: z.enum(CHANGE_KINDS),
  /** Whoever did it; null for what happened by itself. */
  by: z.string().nullable(),
  at: Time,
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  source: z.enum(METADATA_SOURCES),
  provider: z.string().nullable(),
  sourceBefore: z.enum(METADATA_SOURCES).nullable(),
  undone: z.boolean(),
});
export type Change = z.infer<typeof Change>;

export const ChangeList = z.object({ items: z.array(Change), total: z.number().int(), next: z.null() });
export type ChangeList = z.infer<typeof ChangeList>;

/** POST /api/changes/:id/undo, of one change or of a run; of a run also for one book alone. */
export const UndoRequest = z.strictObject({ bookId: Id.optional() });
export type UndoRequest = z.infer<typeof UndoRequest>;

export const UndoAnswer = z.object({
  undone: z.number().int(),
  /** What stays as it is, since it was changed or locked after. */
  kept: z.array(z.object({ bookId: Id, field: z.string(), reason: z.enum(['changed since', 'locked']) })),
});
export type UndoAnswer = z.infer<typeof UndoAnswer>;

/** GET /api/books/:id/sources: what each source says, for whoever wants another value. */
export const SourceValues = z.object({
  source: z.enum(METADATA_SOURCES),
  provider: z.string().nullable(),
  /** The file it is, or the page of the provider. */
  name: z.string().nullable(),
  url: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
});
export const SourceList = z.object({ items: z.array(SourceValues), total: z.number().int(), next: z.null() });
export type SourceList = z.infer<typeof SourceList>;
