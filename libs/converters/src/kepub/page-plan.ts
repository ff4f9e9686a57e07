import { headStyles, type HeadStyle } from './head-styles.js';
import { completeOptions, type KepubOptions } from './kepub-options.js';

/** What is done alike to every page of a book. */
export interface PagePlan extends Pick<KepubOptions, 'smartPunctuation' | 'replacements' | 'sentences'> {
  styles: readonly HeadStyle[];
  /** The book's, as a BCP 47 tag; a page may say otherwise. */
  language: string | undefined;
  /** Its texts are ASCII and it looks into no text, so that a page's bytes need not be made characters. */
  forBytes: boolean;
}

const ASCII = /^[\0-\x7f]*$/;

/** `version` is the package's, "2.0" or "3.0": XHTML 1.1 and HTML differ in what a style may carry. */
export function pagePlan(
  book: { version: string; language?: string },
  wished: Partial<KepubOptions> | undefined,
): PagePlan {
  const options = completeOptions(wished);
  const { smartPunctuation, replacements, sentences } = options;
  const styles = headStyles(book.version, options);
  const isQuiet = !smartPunctuation && replacements.length === 0 && sentences === 'every tool';
  const forBytes = isQuiet && styles.every(({ markup }) => ASCII.test(markup));
  return { styles, language: book.language, smartPunctuation, replacements, sentences, forBytes };
}
