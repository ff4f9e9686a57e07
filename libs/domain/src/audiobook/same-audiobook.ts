import type { BookDraft } from '../book.js';
import { sameIdentifier } from '../identifiers.js';
import { foldText } from '../search-text.js';
import type { AudiobookPart } from './audiobook-part.js';
import { audiobookGroup } from './audiobook-group.js';
import { partName, withoutPart } from './part-name.js';

/**
 * True when two audio files are parts of one book: of one group, nothing they say names different books, and their
 * titles, which for parts are their album's, are the same. Where a title is missing the names decide: the same but for
 * a number, or both numbered in front. Symmetric; files are compared with the first of a book.
 */
export function sameAudiobook(a: AudiobookPart, b: AudiobookPart): boolean {
  const group = audiobookGroup(a.path);
  if (group === undefined || group !== audiobookGroup(b.path)) return false;
  if (identifiersDiffer(a.draft, b.draft) || seriesDiffer(a.draft, b.draft)) return false;
  const [first, second] = [titleKey(a.draft), titleKey(b.draft)];
  return first === '' || second === '' ? namesAgree(a.path, b.path) : first === second;
}

function titleKey({ title }: BookDraft): string {
  return foldText(withoutPart(title ?? ''));
}

/** Both have one of the same kind, and none in common. */
function identifiersDiffer(a: BookDraft, b: BookDraft): boolean {
  const comparable = a.identifiers.some((one) => b.identifiers.some(({ scheme }) => scheme === one.scheme));
  return comparable && !a.identifiers.some((one) => b.identifiers.some((other) => sameIdentifier(one, other)));
}

function seriesDiffer(a: BookDraft, b: BookDraft): boolean {
  return a.series.some(({ name, number }) =>
    b.series.some(
      (other) =>
        foldText(other.name) === foldText(name) &&
        number !== undefined &&
        other.number !== undefined &&
        other.number !== number,
    ),
  );
}

function namesAgree(a: string, b: string): boolean {
  const [first, second] = [partName(a), partName(b)];
  if (first.numbered === undefined || second.numbered === undefined) return false;
  const isFront = ({ numbered }: typeof first) => numbered === 'front' || numbered === 'alone';
  return foldText(first.base) === foldText(second.base) || (isFront(first) && isFront(second));
}
