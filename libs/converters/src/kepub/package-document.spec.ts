import { rewritePackageDocument } from './package-document.js';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

function opf(metadata: string, items: string): string {
  return `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata>${metadata}</metadata><manifest>${items}</manifest></package>`;
}

function itemsOf(items: string, coverId?: string): string {
  const result = rewritePackageDocument(opf('', items), { coverId });
  return /<manifest>([\s\S]*)<\/manifest>/.exec(result)?.[1] ?? '';
}

function metadataOf(metadata: string): string {
  const result = rewritePackageDocument(opf(metadata, ''), {});
  return /<metadata>([\s\S]*)<\/metadata>/.exec(result)?.[1] ?? '';
}

describe('The package document', () => {
  it.each<[string, string, string]>([
    ['is marked', '<item id="c" href="c.jpg"/>', '<item id="c" href="c.jpg" properties="cover-image"/>'],
    ['keeps its other properties', '<item properties="svg" id="c"/>', '<item properties="svg cover-image" id="c"/>'],
    ['is marked once', `<item id='c' properties='cover-image'/>`, `<item id='c' properties='cover-image'/>`],
    [
      'is marked whatever the prefix',
      '<opf:item id="c"></opf:item>',
      '<opf:item id="c" properties="cover-image"></opf:item>',
    ],
    ['is the only one marked', '<item id="p" properties="cover-image"/>', '<item id="p"/>'],
    ['leaves others what is theirs', '<item properties="nav cover-image" id="p"/>', '<item properties="nav" id="p"/>'],
  ])("has a cover's image that %s", (_name, before, after) => {
    expect(itemsOf(before, 'c')).toBe(after);
  });

  it.each<[string, string]>([
    ['<meta name="calibre:timestamp" content="2020"/><dc:title>T</dc:title>', '<dc:title>T</dc:title>'],
    ['<meta name="calibre:series" content="S"/>', '<meta name="calibre:series" content="S"/>'],
    ['<dc:contributor opf:role="bkp">calibre</dc:contributor>', ''],
    ['<dc:contributor role="bkp">calibre</dc:contributor>', ''],
    ['<dc:contributor opf:role="ill">Ann</dc:contributor>', '<dc:contributor opf:role="ill">Ann</dc:contributor>'],
    ['<dc:creator opf:role="bkp">Bo</dc:creator>', '<dc:creator opf:role="bkp">Bo</dc:creator>'],
  ])('loses what calibre wrote for itself: %s', (before, after) => {
    expect(metadataOf(before)).toBe(after);
  });

  it('is the very same text where nothing is to be done', () => {
    const source = `<?xml version='1.0' encoding="UTF-8" standalone="yes"?>\n${opf('<a/>', '<item id="c"/>')}\n<!-- end -->`;
    expect(rewritePackageDocument(source, {})).toBe(source);
  });

  it('says UTF-8 once it was changed', () => {
    const source = `<?xml version="1.0" encoding="iso-8859-1"?>\n${opf('', '<item id="c"/>')}`;
    expect(rewritePackageDocument(source, { coverId: 'c' })).toBe(
      DECLARATION + opf('', '<item id="c" properties="cover-image"/>'),
    );
  });

  it('has references and ampersands as XML has them', () => {
    expect(metadataOf('<dc:title>A&nbsp;& B &amp; C&#233;&x</dc:title>')).toBe(
      '<dc:title>A\u00a0&amp; B &amp; C&#233;&amp;x</dc:title>',
    );
  });

  it('stays as it is when it cannot be read', () => {
    const source = '<package><item id="c"></package>';
    expect(rewritePackageDocument(source, { coverId: 'c' })).toBe(source);
  });
});

describe('The title page', () => {
  const ITEM =
    'item id="kepubify-titlepage-dummy" href="kepubify-titlepage-dummy.xhtml" media-type="application/xhtml+xml"/>';
  const listed = (source: string) => rewritePackageDocument(source, { titlePage: true });
  const P = 'http://www.idpf.org/2007/opf';

  it('is last in the manifest and first in the spine', () => {
    const source = `<package xmlns="${P}"><manifest>\n<item id="a"/>\n</manifest><spine toc="n">\n<itemref idref="a"/></spine></package>`;
    expect(listed(source)).toBe(
      `${DECLARATION}<package xmlns="${P}"><manifest>\n<item id="a"/>\n<${ITEM}</manifest>` +
        `<spine toc="n"><itemref idref="kepubify-titlepage-dummy"/>\n<itemref idref="a"/></spine></package>`,
    );
  });

  it('is in the namespace of its neighbours', () => {
    const source = `<o:package xmlns:o="${P}"><o:manifest><o:item id="a"/></o:manifest><o:spine><o:itemref idref="a"/></o:spine></o:package>`;
    expect(listed(source)).toContain(
      `<o:${ITEM}</o:manifest><o:spine><o:itemref idref="kepubify-titlepage-dummy"/><o:itemref`,
    );
  });

  it('is not listed where nothing can be read', () => {
    const source = `<package xmlns="${P}"><manifest><item id="a"></manifest><spine><itemref idref="a"/></spine></package>`;
    expect(listed(source)).toBe(source);
  });
});

describe('A package document strict readers refuse', () => {
  it.each<[string, string]>([
    ['<?xml version="1.1" encoding="UTF-8"?>', DECLARATION],
    ['<?xml version="1.0" encoding="iso-8859-1"?>', DECLARATION],
    ["<?xml version='1.0' encoding='UTF-8'?>\n", "<?xml version='1.0' encoding='UTF-8'?>\n"],
    ['<?xml version="1.0"?>', '<?xml version="1.0"?>'],
  ])('says what it is: %s', (before, after) => {
    expect(rewritePackageDocument(before + opf('', ''), {})).toBe(after + opf('', ''));
  });

  it('is written anew when it was in another encoding', () => {
    const source = `<?xml version="1.0"?>${opf('', '')}`;
    expect(rewritePackageDocument(source, { recoded: true })).toBe(DECLARATION + opf('', ''));
  });

  it('gets the namespaces it uses', () => {
    const result = rewritePackageDocument(
      '<package><metadata><dc:title opf:x="y">T</dc:title></metadata></package>',
      {},
    );
    expect(result).toContain(
      '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">',
    );
  });

  it('loses what stands inside something that is removed but once', () => {
    const inside = '<dc:contributor role="bkp"><item id="c"/></dc:contributor><x/>';
    expect(rewritePackageDocument(opf(inside, ''), { coverId: 'c' })).toContain('<metadata><x/></metadata>');
  });
});
