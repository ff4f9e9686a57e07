// A full stop, question or exclamation mark, at most one closing quote or ellipsis, then ASCII white space. `\s` would
// be too wide: the reader's own files never cut at a no-break or an ideographic space.
const SENTENCE_END = /[.!?]['"”’“…]?[\t\n\f\r ]+/g;

// Chinese and Japanese full stops, which no white space follows but an ideographic one, and what closes behind them. A
// full stop of half width has a form of its own (U+FF61); the other marks' are ASCII, which Latin names and addresses
// have inside them, and end a sentence only before a letter of these scripts.
const EAST_ASIAN_END = new RegExp(
  '[.!?][\'"”’“…]?[\\t\\n\\f\\r ]+' +
    '|(?:[。！？｡‼⁇⁈⁉]+|(?<![!?])[!?]+(?=[」』）】”’]|[\\p{Script=Han}\\p{Script=Hiragana}]))[」』）】”’]*[\\t\\n\\f\\r \\u3000]*',
  'gu',
);
// ISO 639, two letters and three, the languages of China apart included.
const EAST_ASIAN = /^(?:zh|zho|chi|cmn|yue|wuu|hak|nan|lzh|ja|jpn)(?:[-_]|$)/i;

// Unicode White_Space, which JavaScript's `\s` is not: U+0085 belongs to it, U+FEFF does not.
const BLANK = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

/** How text is cut into sentences; the pieces joined are the text. */
export type Cut = (text: string) => Iterable<string>;

/**
 * Cuts text behind each sentence; the white space stays with the sentence before it, so the pieces joined are the text.
 *
 * [mandatory] Highlights and reading positions on the device are kept by span id, and every tool that writes KEPUBs cuts
 * this way: a cleverer cut (abbreviations, Chinese full stops) would move the marks of whoever changes tools.
 */
export function splitSentences(text: string): Iterable<string> {
  return cutBehind(SENTENCE_END, text);
}

/**
 * Cuts Chinese and Japanese at their own full stops as well. [extra] Without it a paragraph is one sentence to the
 * device, and so is a highlight; with it the ids are not what other tools give.
 */
export function splitEastAsian(text: string): Iterable<string> {
  return cutBehind(EAST_ASIAN_END, text);
}

/** `language` is a BCP 47 tag, as "zh-Hant" or "ja". */
export function isEastAsian(language: string | undefined): boolean {
  return language !== undefined && EAST_ASIAN.test(language.trim());
}

/** Cuts behind whatever matches. One after the other: a text may hold more sentences than anybody wants. */
export function* cutBehind(sentenceEnd: RegExp, text: string): Generator<string> {
  let from = 0;
  for (;;) {
    sentenceEnd.lastIndex = from;
    if (!sentenceEnd.test(text)) break;
    const end = sentenceEnd.lastIndex;
    yield text.slice(from, end);
    from = end;
  }
  if (from < text.length) yield text.slice(from);
}

/** True for text of Unicode white space only, and for none at all. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}
