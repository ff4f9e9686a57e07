import { comicRole } from './comic-role.js';
import { dateOf, emptyRecord, type ComicRecord } from './comic-record.js';

/** ComicBookLover writes JSON into the comment of the zip ("ComicBookInfo/1.0"). Undefined for any other comment. */
export function comicBookInfo(comment: string): ComicRecord | undefined {
  const info = asRecord(asRecord(parsed(comment))?.['ComicBookInfo/1.0']);
  if (info === undefined) return undefined;
  const text = (key: string): string => textOf(info[key]);
  return {
    ...emptyRecord(),
    title: text('title'),
    series: text('series'),
    number: text('issue'),
    volume: text('volume'),
    summary: text('comments'),
    publisher: text('publisher'),
    date: dateOf(text('publicationYear'), text('publicationMonth'), ''),
    language: text('language'),
    people: asList(info['credits']).map((credit) => ({
      role: comicRole(textOf(asRecord(credit)?.['role'])),
      text: textOf(asRecord(credit)?.['person']),
    })),
    subjects: [text('genre'), ...asList(info['tags']).map(textOf)],
  };
}

function parsed(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers are written as such or as texts. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
