/** What an EPUB builder knows of its book. */
export interface EpubPlan {
  title: string;
  authors: string[];
  series: { name: string; number?: string }[];
  identifiers: { scheme: string; value: string }[];
  language: string;
  version: '2.0' | '3.0';
  fixed: boolean;
  hasCover: boolean;
  coverName: string;
  chapters: number;
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

export function packageDocument(plan: EpubPlan): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="${plan.version}" unique-identifier="uid">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
    ${[...described(plan), ...(plan.version === '3.0' ? refined(plan) : named(plan))].join('\n    ')}
  </metadata>
  <manifest>
    ${manifest(plan).join('\n    ')}
  </manifest>
  <spine${plan.version === '2.0' ? ' toc="ncx"' : ''}>${chapters(plan, (n) => `<itemref idref="c${n}"/>`)}</spine>
</package>`;
}

function described({ title, identifiers, language, version, authors }: EpubPlan): string[] {
  const role = version === '2.0' ? ' opf:role="aut"' : '';
  return [
    ...identifiers.map((one, at) => `<dc:identifier${at === 0 ? ' id="uid"' : ''}>${urn(one)}</dc:identifier>`),
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:language>${escaped(language)}</dc:language>`,
    ...authors.map((name, at) => `<dc:creator id="a${at}"${role}>${escaped(name)}</dc:creator>`),
  ];
}

function refined({ authors, series, fixed }: EpubPlan): string[] {
  return [
    '<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>',
    ...authors.map((_, at) => `<meta refines="#a${at}" property="role" scheme="marc:relators">aut</meta>`),
    ...series.flatMap(({ name, number }, at) => [
      `<meta property="belongs-to-collection" id="s${at}">${escaped(name)}</meta>`,
      `<meta refines="#s${at}" property="collection-type">series</meta>`,
      ...(number === undefined ? [] : [`<meta refines="#s${at}" property="group-position">${escaped(number)}</meta>`]),
    ]),
    ...(fixed ? ['<meta property="rendition:layout">pre-paginated</meta>'] : []),
  ];
}

function named({ series, fixed, hasCover }: EpubPlan): string[] {
  return [
    ...series
      .slice(0, 1)
      .flatMap(({ name, number }) => [
        `<meta name="calibre:series" content="${escaped(name)}"/>`,
        ...(number === undefined ? [] : [`<meta name="calibre:series_index" content="${escaped(number)}"/>`]),
      ]),
    ...(fixed ? ['<meta name="fixed-layout" content="true"/>'] : []),
    ...(hasCover ? ['<meta name="cover" content="cover"/>'] : []),
  ];
}

function manifest({ version, hasCover, coverName, ...plan }: EpubPlan): string[] {
  const type = coverName.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const mark = version === '3.0' ? ' properties="cover-image"' : '';
  return [
    version === '3.0'
      ? '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
      : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    ...(hasCover ? [`<item id="cover" href="${coverName}" media-type="${type}"${mark}/>`] : []),
    chapters(plan, (n) => `<item id="c${n}" href="chapter-${n}.xhtml" media-type="application/xhtml+xml"/>`),
  ];
}

export function navigation(plan: EpubPlan): string {
  const list = chapters(plan, (n) => `<li><a href="chapter-${n}.xhtml">Chapter ${n}</a></li>`);
  return page('Contents', `<nav epub:type="toc"><ol>${list}</ol></nav>`);
}

export function ncx(plan: EpubPlan): string {
  const point = (n: number) =>
    `<navPoint id="n${n}" playOrder="${n}"><navLabel><text>Chapter ${n}</text></navLabel><content src="chapter-${n}.xhtml"/></navPoint>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="${plan.identifiers.slice(0, 1).map(urn).join('')}"/></head>
<docTitle><text>${escaped(plan.title)}</text></docTitle><navMap>${chapters(plan, point)}</navMap></ncx>`;
}

export function chapter(n: number, paragraphs: number, fixed: boolean): string {
  const text = Array.from(
    { length: paragraphs },
    (_, at) => `<p>This is paragraph ${at + 1} of chapter ${n}. It has two sentences.</p>`,
  );
  // EPUB 3.3 §8.2.2.6: a fixed page says how large it is.
  const viewport = fixed ? '<meta name="viewport" content="width=600, height=800"/>' : '';
  return page(`Chapter ${n}`, `<h1>Chapter ${n}</h1>${text.join('\n')}`, viewport);
}

function page(title: string, body: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function chapters({ chapters: count }: Pick<EpubPlan, 'chapters'>, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at + 1)).join('');
}

function urn({ scheme, value }: { scheme: string; value: string }): string {
  return `urn:${scheme}:${escaped(value)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
