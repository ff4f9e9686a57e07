import { z } from 'zod';
import { readWireDate } from '../wire-dates.js';
import { storableJson, storableText } from './storable-json.js';

/** An annotation in the device's own fields, those we do not know included. */
export type AnnotationBody = Readonly<Record<string, unknown>>;

/** One annotation of a PATCH. `modifiedAt` is the device's time, within bounds. */
export interface ReceivedAnnotation {
  id: string;
  modifiedAt: Date;
  body: AnnotationBody;
}

/** What a PATCH says of one content; no id is named twice. */
export interface AnnotationUpdate {
  updated: ReceivedAnnotation[];
  deletedIds: string[];
}

/** A body of the largest size holds some 8,000 real ones. */
const MOST = 20_000;
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** A device that lost its clock starts from a date before it was made. */
const EARLIEST = Date.UTC(2010, 0, 1);

const absent = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const text = absent(z.string().nullable());
const Id = z.string().min(1).max(200);

const Received = z.looseObject({
  id: Id,
  type: text,
  highlightedText: text,
  noteText: text,
  highlightColor: text,
  clientLastModifiedUtc: text,
  location: absent(z.looseObject({ span: absent(z.looseObject({})) })),
});

const list = z.array(z.unknown()).catch([]);
const Update = z.object({ updatedAnnotations: list, deletedAnnotationIds: list });

/**
 * The body of PATCH api/v3/content/{id}/annotations, whatever it is. Parts that cannot be used are left out, because a
 * refused update would be lost or come for ever. `receivedAt` stands in for times that are missing or before 2010, and
 * bounds those in the future. An id that is both updated and deleted is deleted.
 */
export function readAnnotationUpdate(body: unknown, receivedAt: Date): AnnotationUpdate {
  const parsed = Update.safeParse(body);
  const { updatedAnnotations, deletedAnnotationIds } = parsed.success
    ? parsed.data
    : { updatedAnnotations: [], deletedAnnotationIds: [] };
  const deletedIds = new Set(deletedAnnotationIds.slice(0, MOST).flatMap(readId));
  const newest = new Map<string, ReceivedAnnotation>();
  for (const element of updatedAnnotations.slice(0, MOST)) {
    const received = readAnnotation(element, receivedAt);
    if (!received || deletedIds.has(received.id)) continue;
    const before = newest.get(received.id);
    if (!before || before.modifiedAt <= received.modifiedAt) newest.set(received.id, received);
  }
  return { updated: [...newest.values()], deletedIds: [...deletedIds] };
}

function readId(value: unknown): string[] {
  const id = Id.safeParse(typeof value === 'string' ? storableText(value) : value);
  return id.success ? [id.data] : [];
}

function readAnnotation(element: unknown, receivedAt: Date): ReceivedAnnotation | undefined {
  const received = Received.safeParse(storableJson(element));
  if (!received.success) return undefined;
  const { id, clientLastModifiedUtc } = received.data;
  return { id, modifiedAt: modifiedAt(clientLastModifiedUtc, receivedAt), body: received.data };
}

function modifiedAt(said: string | null | undefined, receivedAt: Date): Date {
  const time = readWireDate(said ?? undefined)?.getTime();
  if (time === undefined || time < EARLIEST) return receivedAt;
  return new Date(Math.min(time, receivedAt.getTime() + CLOCK_TOLERANCE_MS));
}
