import { foldText, type SeriesEntry } from '@octavo/domain';
import { seriesNumber } from '../../epub/metadata/series.js';
import { plainText } from '../../text/plain-text.js';
import type { Tags } from '../tags.js';
import { numberedName } from './numbered-name.js';
import { TAG_NAMES } from './tag-names.js';

const MAX_SERIES = 20;

/**
 * The series in the first of the places they are put: the tags named for them, a show and its episode, a movement of a
 * work (Apple's way), a grouping that is a name with a number. A number of the same series is taken from a later place
 * where the first has none. The track's number never is one.
 */
export function seriesFrom(tags: Tags): SeriesEntry[] {
  const places = [
    named(tags),
    paired(tags, TAG_NAMES.show, TAG_NAMES.episode),
    paired(tags, TAG_NAMES.movement, TAG_NAMES.movementNumber),
    grouped(tags),
  ];
  const first = places.find((entries) => entries.length > 0) ?? [];
  const numbered = new Map<string, SeriesEntry>();
  for (const entry of places.flat()) {
    const key = foldText(entry.name);
    numbered.set(key, { ...entry, ...numbered.get(key) });
  }
  const names = new Set(first.map(({ name }) => foldText(name)));
  return [...names].flatMap((name) => numbered.get(name) ?? []).slice(0, MAX_SERIES);
}

/** "A; B" with parts "1; 2" are two series; "A #1, B #2" are two as well. */
function named(tags: Tags): SeriesEntry[] {
  const names = tags.all(TAG_NAMES.series).flatMap(listed);
  const parts = tags.all(TAG_NAMES.seriesPart).flatMap((text) => text.split(';'));
  if (parts.length === 0) return names.flatMap(splitAtNumbers).map(withOwnNumber);
  return names.map((name, at) => entry(name, parts[at] ?? ''));
}

function paired(tags: Tags, names: readonly string[], numbers: readonly string[]): SeriesEntry[] {
  const name = plainText(tags.first(names) ?? '');
  return name === '' ? [] : [entry(name, tags.first(numbers)?.split('/')[0] ?? '')];
}

/** A grouping may be anything; only with a number it is a series. */
function grouped(tags: Tags): SeriesEntry[] {
  return tags
    .all(TAG_NAMES.grouping)
    .flatMap(listed)
    .flatMap(splitAtNumbers)
    .map(withOwnNumber)
    .filter(({ number }) => number !== undefined);
}

function listed(text: string): string[] {
  return text
    .split(';')
    .map((part) => plainText(part))
    .filter((part) => part !== '');
}

/** Commas part series only where each has its number: "Law, Order" is one. */
function splitAtNumbers(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /\S\s*#\s*\d/.test(part)) ? parts : [text];
}

function withOwnNumber(text: string): SeriesEntry {
  const { name, number } = numberedName(text);
  return entry(name, number ?? '');
}

function entry(name: string, part: string): SeriesEntry {
  const number = seriesNumber(part);
  return { name, ...(number !== undefined && { number }) };
}
