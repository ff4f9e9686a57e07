import { DECLARATION } from '../kepub/prologue.js';
import type { ContentsEntry } from './contents.js';
import { pagePath, pageTitle } from './page-document.js';
import { markupLine } from './plain-line.js';

/** What both tables of contents are made of. */
export interface Navigation {
  title: string;
  contents: readonly ContentsEntry[];
  pageCount: number;
  identifier: string;
}

/** The navigation document (EPUB 3.3 §7): contents and list of pages. No landmarks: Kobo would list them as chapters. */
export function navigationDocument({ title, contents, pageCount }: Navigation): string {
  const chapters = contents.map(({ title: text, page }) => line(pagePath(page), text));
  const pages = Array.from({ length: pageCount }, (_, at) => line(pagePath(at + 1), String(at + 1)));
  return `${DECLARATION}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head>
<title>${markupLine(title)}</title>
</head>
<body>
<nav epub:type="toc" id="toc">
<ol>
${chapters.join('\n')}
</ol>
</nav>
<nav epub:type="page-list" id="page-list" hidden="hidden">
<ol>
${pages.join('\n')}
</ol>
</nav>
</body>
</html>
`;
}

function line(path: string, text: string): string {
  return `<li><a href="${path}">${markupLine(text)}</a></li>`;
}

/** The contents as EPUB 2 has them (NCX 2005-1), which Kobo falls back to. */
export function ncxDocument({ title, contents, identifier }: Navigation): string {
  const points = contents.map(
    ({ title: text, page }, at) =>
      `<navPoint id="n${at + 1}" playOrder="${at + 1}"><navLabel><text>${markupLine(text || pageTitle(page))}</text></navLabel><content src="${pagePath(page)}"/></navPoint>`,
  );
  return `${DECLARATION}
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head>
<meta name="dtb:uid" content="${identifier}"/>
<meta name="dtb:depth" content="1"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${markupLine(title)}</text></docTitle>
<navMap>
${points.join('\n')}
</navMap>
</ncx>
`;
}
