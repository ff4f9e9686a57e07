import type { BookAnnotation } from '@octavo/contracts';
import { z } from 'zod';
import type { AnnotationBody } from './annotation-update.js';

/** An annotation as it is kept; `device` is the name of the one that last changed it, null where that is gone. */
export interface StoredAnnotation {
  id: string;
  body: AnnotationBody;
  modifiedAt: Date;
  device: string | null;
}

const text = z.string().optional().catch(undefined);
const progress = z
  .union([z.number(), z.string().trim().min(1).max(20).transform(Number)])
  .pipe(z.number().min(0).max(1))
  .optional()
  .catch(undefined);
const Span = z.object({ chapterFilename: text, chapterTitle: text, chapterProgress: progress });
const Location = z.object({ span: Span.optional().catch(undefined) });
const Body = z.object({
  type: text,
  highlightedText: text,
  noteText: text,
  highlightColor: text,
  location: Location.optional().catch(undefined),
});

interface Placed {
  chapterFile: string;
  shown: BookAnnotation;
}

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Annotations as they are shown with their book: by chapter, and within it in the order of the text. The order of the
 * chapters is that of their file names, numbers counted as numbers; annotations without a place come last, the oldest
 * first. What has nothing to read in it (a turned-down corner, a drawing) is not shown.
 */
export function bookAnnotations(stored: readonly StoredAnnotation[]): BookAnnotation[] {
  const placed = stored.flatMap((annotation) => place(annotation) ?? []);
  return placed.sort(inReadingOrder).map(({ shown }) => shown);
}

function place({ id, body, modifiedAt, device }: StoredAnnotation): Placed | undefined {
  const parsed = Body.safeParse(body);
  const { type, highlightedText = '', noteText = '', highlightColor, location } = parsed.success ? parsed.data : {};
  const kind = kindOf(type, noteText);
  if (!kind || (highlightedText === '' && noteText === '')) return undefined;
  const { chapterFilename = '', chapterTitle, chapterProgress } = location?.span ?? {};
  return {
    chapterFile: chapterFilename,
    shown: {
      id,
      kind,
      text: highlightedText,
      note: noteText || null,
      color: highlightColor || null,
      chapter: chapterTitle || null,
      chapterProgress: chapterProgress ?? null,
      device,
      modifiedAt: modifiedAt.toISOString(),
    },
  };
}

function kindOf(type: string | undefined, note: string): BookAnnotation['kind'] | undefined {
  if (type === undefined) return note === '' ? 'highlight' : 'note';
  return (['highlight', 'note'] as const).find((kind) => kind === type.toLowerCase());
}

function inReadingOrder(a: Placed, b: Placed): number {
  return (
    Number(a.chapterFile === '') - Number(b.chapterFile === '') ||
    byName.compare(a.chapterFile, b.chapterFile) ||
    (a.shown.chapterProgress ?? 2) - (b.shown.chapterProgress ?? 2) ||
    a.shown.modifiedAt.localeCompare(b.shown.modifiedAt) ||
    (a.shown.id < b.shown.id ? -1 : 1)
  );
}
