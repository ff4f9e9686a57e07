/** What stands around a quote: the character before it, with the one before that, and the text behind it. */
export interface QuoteContext {
  /** At most two characters; '' where a block begins. */
  before: string;
  /** From behind the quote to the end of its text; '' means that an element begins or ends there. */
  after: string;
  /** A double quote was opened in this block and not closed. */
  doubleOpen: boolean;
}

const SPACE = /^\s/;
const LETTER = /^[\p{L}\p{N}]/u;
const OPENER = /^[([{“‘«‹„‚¿¡]/;
const DASH = /^[-–—―]/;
const DIGIT = /^\d/;
// An ellipsis belongs to the words behind it, so three dots end nothing.
const ENDS = /^(?:[,;:!?)\]}»”]|\.(?!\.))/;

// Words English writes with an apostrophe first.
const CLIPPED = /^(?:tis|twas|twere|twill|twould|twixt|em|til|bout|cause|cos|coz|cuz|nuff|neath|n)(?![\p{L}\p{N}])/iu;
const DECADE = /^\d0s(?![\p{L}\p{N}])/u;
const SHORT_YEAR = /^\d\d(?![\p{L}\p{N}])/u;

/** The curly form of a straight double quote. */
export function doubleQuote({ before, after, doubleOpen }: QuoteContext): '“' | '”' {
  const last = before.slice(-1);
  if (last === '' || OPENER.test(last)) return '“';
  if (DIGIT.test(last)) return '”';
  if (SPACE.test(last)) {
    const alone = SPACE.test(after) || ENDS.test(after);
    return alone && doubleOpen ? '”' : '“';
  }
  return !doubleOpen && LETTER.test(after) ? '“' : '”';
}

/** The curly form of a straight single quote, which may as well be an apostrophe. */
export function singleQuote({ before, after }: QuoteContext): '‘' | '’' {
  const last = before.slice(-1);
  if (last !== '' && !SPACE.test(last) && !OPENER.test(last) && !DASH.test(last)) return '’';
  if (isClipped(before, after)) return '’';
  // Between a space or a dash and a space or a stop nothing can open.
  const ends = SPACE.test(after) || ENDS.test(after);
  if (DASH.test(last)) return ends || after === '' ? '’' : '‘';
  return ends && SPACE.test(last) ? '’' : '‘';
}

/** "the class of '69", "the '80s", "'tis", "rock 'n' roll". */
function isClipped(before: string, after: string): boolean {
  if (DECADE.test(after) || CLIPPED.test(after)) return true;
  return SHORT_YEAR.test(after) && /[\p{L}] $/u.test(before);
}
