import { isBlank, splitSentences } from './split-sentences.js';
import type { SpanNumbering } from './span-numbering.js';

const REPLACEMENT = /\uFFFD/g;

/**
 * One text node as markup with a span around each sentence. White space alone stays bare, except directly inside p,
 * where the device counts it.
 *
 * `markup` is the text with only & < > escaped, which takes no part in where a sentence ends.
 */
export function markText(markup: string, insideParagraph: boolean, numbering: SpanNumbering): string {
  let result = '';
  for (const piece of splitSentences(markup)) {
    if (!insideParagraph && isBlank(piece)) result += piece;
    else result += span(numbering.nextText(), cleanText(piece));
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

/** [extra] U+FFFD is what a broken conversion left behind; the device shows a box for it. */
export function cleanText(text: string): string {
  return text.includes('\uFFFD') ? text.replace(REPLACEMENT, '') : text;
}
