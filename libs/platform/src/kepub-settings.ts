import { resolve } from 'node:path';
import { z } from 'zod';
import { setting } from './setting.js';
import { bytes, httpUrl, onOff, replacements } from './setting-types.js';

/** What an operator decides about the KEPUBs that devices get. */
export const KEPUB_SETTINGS = {
  KEPUB_CONVERT: setting({
    type: onOff,
    default: 'on',
    meaning: 'off: Kobo devices get the EPUB as it is, and no comics',
  }),
  KEPUB_SIZE_LIMIT: setting({
    type: bytes,
    default: '1GB',
    meaning: 'larger files are not converted: an EPUB goes as it is, a comic not at all',
  }),
  KEPUB_ENGINE: setting({
    type: z.enum(['native', 'kepubify']),
    default: 'native',
    meaning: 'native: our own converter; kepubify: that program, fetched once and checked, or the one at KEPUBIFY_PATH',
  }),
  KEPUBIFY_PATH: setting({
    type: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
    meaning: 'a kepubify of yours, used as it is (default: version 4.0.4, kept in DATA_DIR/tools)',
  }),
  KEPUBIFY_DOWNLOAD_URL: setting({
    type: httpUrl,
    default: 'https://github.com/pgaskin/kepubify/releases/download/v4.0.4',
    meaning: 'where kepubify is fetched from, for a mirror; whatever comes is checked against its known checksum',
  }),
  KEPUB_REPLACE_ORIGINAL: setting({
    type: onOff,
    default: 'off',
    meaning: 'on: a verified KEPUB takes the place of the EPUB in its library folder, and the EPUB is deleted',
  }),
  KEPUB_TITLE_PAGE: setting({
    type: z.enum(['auto', 'always', 'never']),
    default: 'auto',
    meaning:
      'a page put before the book, since a Kobo shows the first one without margins; auto: where that would show',
  }),
  KEPUB_HYPHENATION: setting({
    type: z.enum(['book', 'on', 'off']),
    default: 'book',
    meaning: 'whether words are hyphenated; book: as its publisher set it',
  }),
  KEPUB_SMART_PUNCTUATION: setting({
    type: onOff,
    default: 'off',
    meaning: 'on: straight quotes, double hyphens and three dots become typographic ones',
  }),
  KEPUB_FULL_SCREEN: setting({
    type: onOff,
    default: 'off',
    meaning: 'on: pages use the whole screen of a device whose status bars are switched off',
  }),
  KEPUB_CSS: setting({
    type: z.string().optional(),
    meaning: 'a style sheet put into every page, as text: "p { text-align: left }"',
  }),
  KEPUB_REPLACE: setting({
    type: replacements,
    default: '',
    meaning: 'texts replaced in every page, one a line: what is looked for, a vertical bar, what is put there',
  }),
  KEPUB_SENTENCES: setting({
    type: z.enum(['every-tool', 'language']),
    default: 'every-tool',
    meaning:
      'language: Chinese and Japanese sentences are cut at their own full stops; every-tool: as all tools do, so that marks survive a change of tool',
  }),
} as const;
