import type { KepubOptions } from '@octavo/converters';
import type { ConversionPolicy } from '@octavo/domain';
import type { Config } from '@octavo/platform';

/** What the settings say of the KEPUBs that are made. */
export function kepubOptions(config: Config): KepubOptions {
  return {
    titlePage: config.KEPUB_TITLE_PAGE,
    hyphenation: config.KEPUB_HYPHENATION,
    smartPunctuation: config.KEPUB_SMART_PUNCTUATION,
    fullScreenFixes: config.KEPUB_FULL_SCREEN,
    css: config.KEPUB_CSS === undefined ? [] : [config.KEPUB_CSS],
    replacements: config.KEPUB_REPLACE,
    sentences: config.KEPUB_SENTENCES === 'language' ? 'language' : 'every tool',
  };
}

/** What the settings say of which books are converted. */
export function conversionPolicy(config: Config): ConversionPolicy {
  return { convert: config.KEPUB_CONVERT, sizeLimit: config.KEPUB_SIZE_LIMIT };
}
