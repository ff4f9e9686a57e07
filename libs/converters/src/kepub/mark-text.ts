import type { Letters } from './letters.js';
import type { Cut } from './split-sentences.js';
import type { SpanNumbering } from './span-numbering.js';

/** How the text of a page is treated. */
export interface TextManner {
  letters: Letters;
  cut: Cut;
  /** What becomes of each piece once it is cut; it is given every one, in order. */
  set?: (piece: string) => string;
}

/**
 * One text node as markup with a span around each sentence. White space alone stays bare, except directly inside p,
 * where the device counts it.
 *
 * `markup` is the text with only & < > escaped, which takes no part in where a sentence ends.
 */
export function markText(
  markup: string,
  insideParagraph: boolean,
  numbering: SpanNumbering,
  { letters, cut, set }: TextManner,
): string {
  let result = '';
  for (const piece of cut(markup)) {
    const clean = letters.clean(piece);
    const text = set ? set(clean) : clean;
    if (!insideParagraph && letters.isBlank(piece)) result += text;
    else result += span(numbering.nextText(), text);
  }
  return result;
}

export function markImage(image: string, numbering: SpanNumbering): string {
  return span(numbering.nextImage(), image);
}

/** A span that would be empty is left out, but its number is used up, so that those behind it keep theirs. */
function span(id: string, content: string): string {
  return content === '' ? '' : `<span class="koboSpan" id="${id}">${content}</span>`;
}
