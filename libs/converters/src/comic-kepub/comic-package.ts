import type { BookDraft } from '@octavo/domain';
import { DECLARATION } from '../kepub/prologue.js';
import { comicMetadata } from './comic-metadata.js';
import { paddedNumber, pagePath, STYLE_PATH, type ShownPage } from './page-document.js';
import { pageSides, type Side } from './page-sides.js';
import { markupLine } from './plain-line.js';

export const PACKAGE_PATH = 'package.opf';
export const NAVIGATION_PATH = 'nav.xhtml';
export const NCX_PATH = 'toc.ncx';

/** A page, and what its image is. */
export interface PackagedPage extends ShownPage {
  mediaType: string;
}

/** A comic as its package document describes it. */
export interface ComicPackage {
  identifier: string;
  title: string;
  draft: BookDraft;
  pages: readonly PackagedPage[];
  /** The number of the page whose image is the cover, counted from 1. */
  cover: number;
  rightToLeft: boolean;
}

// EPUB 3.3 §5.5.6 wants a date of last change. A real one would make other bytes of the same comic each time.
const MODIFIED = '1980-01-01T00:00:00Z';

/**
 * The package document of a comic, EPUB 3.3. [mandatory] Pages of fixed size (§8.2.2.1) get the device's full screen;
 * without it there are margins, a header and a footer. [important] Two pages are shown beside each other when the device
 * is held sideways (§8.2.2.3, which Kobo reads of the whole book only), each on the side its itemref names.
 */
export function packageDocument(comic: ComicPackage): string {
  const { identifier, title, draft, pages, cover, rightToLeft } = comic;
  const sides = pageSides(pages, rightToLeft);
  return `${DECLARATION}
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${identifier}</dc:identifier>
<dc:title>${markupLine(title)}</dc:title>
${comicMetadata(draft)}
<meta property="dcterms:modified">${MODIFIED}</meta>
<meta property="rendition:layout">pre-paginated</meta>
<meta property="rendition:orientation">auto</meta>
<meta property="rendition:spread">landscape</meta>
<meta name="cover" content="${imageId(cover)}"/>
</metadata>
<manifest>
<item id="nav" href="${NAVIGATION_PATH}" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="${NCX_PATH}" media-type="application/x-dtbncx+xml"/>
<item id="style" href="${STYLE_PATH}" media-type="text/css"/>
${pages.map((page) => manifestItems(page, cover)).join('\n')}
</manifest>
<spine toc="ncx" page-progression-direction="${rightToLeft ? 'rtl' : 'ltr'}">
${pages.map(({ number }, at) => itemref(number, sides[at])).join('\n')}
</spine>
</package>
`;
}

function manifestItems({ number, image, mediaType }: PackagedPage, cover: number): string {
  const properties = number === cover ? ' properties="cover-image"' : '';
  return `<item id="${imageId(number)}" href="${image}" media-type="${mediaType}"${properties}/>
<item id="${pageId(number)}" href="${pagePath(number)}" media-type="application/xhtml+xml"/>`;
}

function itemref(number: number, side: Side = 'center'): string {
  return `<itemref idref="${pageId(number)}" properties="rendition:page-spread-${side}"/>`;
}

const imageId = (number: number): string => `image-${paddedNumber(number)}`;
const pageId = (number: number): string => `page-${paddedNumber(number)}`;
