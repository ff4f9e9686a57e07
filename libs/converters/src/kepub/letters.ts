import { type Cut, cutBehind, isBlank, splitSentences } from './split-sentences.js';

/** What of a text's treatment depends on how its letters are written down. */
export interface Letters {
  cut: Cut;
  /** True for text of Unicode white space only, and for none at all. */
  isBlank(text: string): boolean;
  /** [extra] Without U+FFFD, which a broken conversion left behind: the device shows a box for it. */
  clean(text: string): string;
}

/** As JavaScript has them. */
export const CHARACTERS: Letters = {
  cut: splitSentences,
  isBlank,
  clean: (text) => (text.includes('\uFFFD') ? text.replaceAll('\uFFFD', '') : text),
};

// What split-sentences.ts has, byte by byte.
const SENTENCE_END = /[.!?](?:["']|\xe2\x80[\x99\x9c\x9d\xa6])?[\t\n\f\r ]+/g;
const BLANK = /^(?:[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)*$/;
const REPLACEMENT = '\xef\xbf\xbd';

/**
 * As the bytes of their UTF-8, each byte one unit of the string. Markup is ASCII, so nothing else is read differently; and
 * such a string takes half the memory, is searched in twice as fast, and is written out as it stands.
 */
export const UTF8_BYTES: Letters = {
  cut: (text) => cutBehind(SENTENCE_END, text),
  isBlank: (text) => BLANK.test(text),
  clean: (text) => (text.includes(REPLACEMENT) ? text.replaceAll(REPLACEMENT, '') : text),
};
