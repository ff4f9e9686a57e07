/** Text with single spaces, none at its ends. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The text without those of `unwanted` that stand at its end. A loop, because a regular expression for the end of a
 * text starts again at every character of a long run in the middle.
 */
export function trimmedEnd(text: string, unwanted: string): string {
  let end = text.length;
  while (end > 0 && unwanted.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The text without those of `unwanted` that stand at either end. */
export function trimmedEdges(text: string, unwanted: string): string {
  const kept = trimmedEnd(text, unwanted);
  let start = 0;
  while (start < kept.length && unwanted.includes(kept[start] ?? '')) start++;
  return kept.slice(start);
}

/** True when there is something to read in it. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
