// A full stop, question or exclamation mark, at most one closing quote or ellipsis, then ASCII white space. `\s` would
// be too wide: the reader's own files never cut at a no-break or an ideographic space.
const SENTENCE_END = /[.!?]['"”’“…]?[\t\n\f\r ]+/g;

// Unicode White_Space, which JavaScript's `\s` is not: U+0085 belongs to it, U+FEFF does not.
const BLANK = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

/**
 * Cuts text behind each sentence; the white space stays with the sentence before it, so the pieces joined are the text.
 *
 * [mandatory] Highlights and reading positions on the device are kept by span id, and every tool that writes KEPUBs cuts
 * this way: a cleverer cut (abbreviations, Chinese full stops) would move the marks of whoever changes tools.
 */
export function* splitSentences(text: string): Generator<string> {
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    yield text.slice(from, end);
    from = end;
  }
  if (from < text.length) yield text.slice(from);
}

/** True for text of Unicode white space only, and for none at all. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}
