import { DECLARATION } from './prologue.js';
import { escapeAttribute, escapeText } from './tag-source.js';
import { withoutIllegal } from './xml-characters.js';

/**
 * How the page put before a book is called, beside the package document and in its manifest. The name is that of the
 * best-known tool, so that whoever meets the book sees that it has the page.
 */
export const TITLE_PAGE = { id: 'kepubify-titlepage-dummy', name: 'kepubify-titlepage-dummy.xhtml' };

export interface TitlePageContent {
  /** The package's, "2.0" or "3.0". */
  version: string;
  /** BCP 47. */
  language: string | undefined;
  /** The book's. */
  title: string | undefined;
  /** Where the cover's image lies, as a relative address, if there is one. */
  cover: string | undefined;
}

const LONGEST_TITLE = 200;
const LANGUAGE = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;
const XHTML_11 = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"\n  "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">';

// A height in vh is for renderers where the percentage has nothing to refer to; others take the line before it.
const COVER_STYLE = `html, body, div { margin: 0; padding: 0; height: 100%; text-align: center; }
img { max-width: 100%; max-height: 100%; max-height: 99vh; }`;
const BLANK_STYLE = 'p { margin: 4em 0 0; text-align: center; font-size: 0.75em; }';
const BLANK_TEXT = 'There is nothing on this page: the book begins on the next one.';

/**
 * The page put before a book: its cover, else a line that says why it is empty. No wrappers, no spans: there is nothing
 * on it to read or to mark. [important] The device lays the first page of the spine out without margins; this one needs
 * none.
 */
export function titlePage({ version, language, title, cover }: TitlePageContent): string {
  const html5 = !version.startsWith('2');
  const name = withoutIllegal((title ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)) || 'Title page';
  const body =
    cover === undefined
      ? `<p xml:lang="en"${html5 ? ' lang="en"' : ''}>${BLANK_TEXT}</p>`
      : `<div><img src="${escapeAttribute(cover)}" alt="${escapeAttribute(name)}"/></div>`;
  return `${DECLARATION}
${html5 ? '<!DOCTYPE html>' : XHTML_11}
<html xmlns="http://www.w3.org/1999/xhtml"${languageAttributes(language, html5)}>
<head>
<title>${escapeText(name)}</title>
<style type="text/css">
${cover === undefined ? BLANK_STYLE : COVER_STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** XHTML 1.1 knows xml:lang only. */
function languageAttributes(language: string | undefined, html5: boolean): string {
  const tag = language?.trim().replaceAll('_', '-') ?? '';
  if (!LANGUAGE.test(tag)) return '';
  return ` xml:lang="${tag}"${html5 ? ` lang="${tag}"` : ''}`;
}
