import { z } from 'zod';
import { Time } from './primitives.js';

/** A highlight or note made on a device. */
export const BookAnnotation = z.object({
  id: z.string(),
  kind: z.enum(['highlight', 'note']),
  text: z.string(),
  note: z.string().nullable(),
  color: z.string().nullable(),
  chapter: z.string().nullable(),
  /** 0 to 1, within its chapter. */
  chapterProgress: z.number().nullable(),
  device: z.string().nullable(),
  modifiedAt: Time,
});
export type BookAnnotation = z.infer<typeof BookAnnotation>;

/** GET /api/books/:id/annotations */
export const BookAnnotations = z.object({ items: z.array(BookAnnotation), total: z.number().int() });
export type BookAnnotations = z.infer<typeof BookAnnotations>;
