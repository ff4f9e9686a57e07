import type { Chapter } from '@octavo/domain';
import { answerText } from '../answer-text.js';
import { at, countAt, isObject, listAt, numberAt, parseJson, plainTextAt, type Json } from '../json-value.js';
import type { Answer, ChaptersFound, Verdict } from '../metadata-provider.js';
import { failureOf } from '../verdicts.js';

/** A book's chapters (`/books/{asin}/chapters`), with times in milliseconds from its start. */
export function readChapters(answer: Answer): Verdict<ChaptersFound> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const list = parseJson(answerText(answer));
  if (!isObject(list)) return { kind: 'outage', reason: 'no list of chapters' };
  const durationMs = countAt(list, 'runtimeLengthMs');
  const chapters = chaptersIn(listAt(list, 'chapters'), durationMs ?? Infinity);
  if (chapters.length === 0) return { kind: 'not-found' };
  const value: ChaptersFound = {
    chapters,
    ...(durationMs !== undefined && { durationSec: durationMs / 1000 }),
    introSec: (countAt(list, 'brandIntroDurationMs') ?? 0) / 1000,
    outroSec: (countAt(list, 'brandOutroDurationMs') ?? 0) / 1000,
    exact: at(list, 'isAccurate') === true,
  };
  return { kind: 'found', value };
}

/** In order of time; one that begins before the book or after its end is none. Without a title it is called by number. */
function chaptersIn(entries: readonly Json[], durationMs: number): Chapter[] {
  const timed = entries.flatMap((entry) => {
    const start = numberAt(entry, 'startOffsetMs');
    return start === undefined || start < 0 || start >= durationMs ? [] : [{ entry, start }];
  });
  return timed
    .sort((a, b) => a.start - b.start)
    .map(({ entry, start }, index) => ({
      title: plainTextAt(entry, 'title') ?? String(index + 1),
      startSec: start / 1000,
    }));
}
