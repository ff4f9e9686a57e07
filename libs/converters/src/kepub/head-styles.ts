import { DO_NOT_HYPHENATE, FULL_SCREEN, HYPHENATE, MARGIN_RULE } from './css-rules.js';
import type { KepubOptions } from './kepub-options.js';
import { withoutIllegal } from './xml-characters.js';

/** A style element for the head. */
export interface HeadStyle {
  markup: string;
  /** What a parser tells of its content; a page that has an element of this text has the style. */
  text: string;
}

const CDATA_OPEN = '/*<![CDATA[*/';
const CDATA_CLOSE = '/*]]>*/';
const HYPHENATION = {
  on: { known: 'kepubify-hyphenate', rule: HYPHENATE },
  off: { known: 'kepubify-nohyphenate', rule: DO_NOT_HYPHENATE },
};

/**
 * The styles every page of a book gets, in their order: the margins, the user's, hyphenation, the full screen; later
 * ones win. The class is what other tools know a style by; XHTML 1.1, the language of EPUB 2, does not allow one there.
 */
export function headStyles(epubVersion: string, options: KepubOptions): HeadStyle[] {
  const style = (known: string, rule: string): HeadStyle => {
    const named = epubVersion.startsWith('2') ? '' : ` class="${known}"`;
    const content = contentOf(rule);
    const text = content.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
    return { markup: `<style type="text/css"${named}>${content}</style>`, text };
  };
  const { hyphenation, fullScreenFixes } = options;
  const css = options.css.map((sheet) => sheet.trim()).filter((sheet) => sheet !== '');
  return [
    style('kobostylehacks', MARGIN_RULE),
    ...css.map((sheet) => style('kepubify-extracss', sheet)),
    ...(hyphenation === 'book' ? [] : [style(HYPHENATION[hyphenation].known, HYPHENATION[hyphenation].rule)]),
    ...(fullScreenFixes ? [style('kepubify-fullscreenfixes', FULL_SCREEN)] : []),
  ];
}

/**
 * A style sheet as it may stand in a style element for both kinds of parser: XML reads markup there, HTML only the end
 * tag. A backslash before ">" or "/" means the same character in a CSS string (CSS Syntax 3 §4.3.7), and elsewhere
 * neither "]]>" nor "</style" is CSS.
 */
function contentOf(css: string): string {
  const legal = withoutIllegal(css).replace(/\r\n?/g, '\n');
  const closed = legal
    .replaceAll(']]>', ']]\\>')
    .replaceAll('<![CDATA[', '<\\![CDATA[')
    .replace(/<\/(?=style)/gi, '<\\/');
  return /[<&]/.test(closed) ? `${CDATA_OPEN}${closed}${CDATA_CLOSE}` : closed;
}
