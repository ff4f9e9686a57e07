import type { BookAnnotation } from '@octavo/contracts';

/** Where in the book something was marked: "25 % into Chapter One"; undefined where the device did not say. */
export function placeWords({
  chapter,
  chapterProgress,
}: Pick<BookAnnotation, 'chapter' | 'chapterProgress'>): string | undefined {
  if (chapterProgress === null) return chapter ?? undefined;
  return `${Math.round(100 * chapterProgress)} % into ${chapter ?? 'its chapter'}`;
}
