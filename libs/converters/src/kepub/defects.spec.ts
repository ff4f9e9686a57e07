import { Writable } from 'node:stream';
import { bytesAccess } from '@octavo/domain';
import { ZipArchive } from '@octavo/formats';
import { anEpub, aZip, pngCover, type EpubBuilder, type ZipBuilder } from '@octavo/testing';
import type { ConversionReport, ConvertOptions } from '../converter.js';
import { convertedBytes } from '../testing/converter-contract.js';
import { epubToKepub } from './epub-to-kepub.js';
import { MARGIN_RULE } from './css-rules.js';
import { scanXml } from './scan-xml.js';
import { NOBODY } from './xml-listener.js';
import { convertedText, inBrackets, pageOf } from './testing/page-in-brackets.js';

// What well-known tools were seen to do wrong, one by one, and that this one does not.

const body = (source: string) => inBrackets(convertedText(pageOf(source)));
const WORDS = 'Long words follow other longer words. '.repeat(6);
const PAGE = pageOf(`<p>${WORDS}</p>`);
const OPF = 'http://www.idpf.org/2007/opf';
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const TITLE_PAGE = 'OEBPS/kepubify-titlepage-dummy.xhtml';

async function converted(book: EpubBuilder | ZipBuilder, options?: ConvertOptions): Promise<ZipArchive> {
  return ZipArchive.open(bytesAccess(await convertedBytes(epubToKepub, book.build(), options)));
}

async function textIn(archive: ZipArchive, name: string): Promise<string> {
  const entry = archive.entries.find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return Buffer.from(await archive.bytes(entry)).toString();
}

function reportOf(book: EpubBuilder | ZipBuilder): Promise<ConversionReport> {
  return epubToKepub.convert(bytesAccess(book.build()), new Writable({ write: (_chunk, _encoding, done) => done() }));
}

function opfOf(items: string, spine: string, { metadata = '', version = '3.0', rest = '' } = {}): string {
  return `<package xmlns="${OPF}" version="${version}"><metadata ${DC}>${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine>${rest}</package>`;
}

const item = (id: string, href: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="${/\.(png|jpg)$/.test(href) ? 'image/png' : 'application/xhtml+xml'}"${more}/>`;

function wellFormed(text: string): boolean {
  scanXml(text, () => NOBODY);
  return true;
}

describe('An empty element', () => {
  it.each(['i', 'strong', 'h2', 'section', 'mbp:pagebreak', 'td', 'em'])(
    '<%s/> does not leak over the page',
    (name) => {
      expect(body(`<p>a</p><${name}/><p>b</p>`)).toBe(`<p>[1.1|a]</p><${name}></${name}><p>[2.1|b]</p>`);
      expect(body(`<p>a<br></p><${name}/><p>b</p>`)).toMatch(/<p>\[2\.1\|b\]<\/p>$/);
    },
  );
});

describe('What XML means and HTML does not', () => {
  it.each<[string, string, string]>([
    ['a break is one break', '<p>a<br></br>b</p>', '<p>[1.1|a]<br/>[1.2|b]</p>'],
    ['CDATA is text', '<p><![CDATA[a < b]]></p>', '<p>[1.1|a &lt; b]</p>'],
    [
      'a prefixed drawing gets no spans, nor what is in it',
      '<p><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g><s:text>a. b</s:text></s:g></s:svg></p>',
      '<p><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g><s:text>a. b</s:text></s:g></s:svg></p>',
    ],
    [
      'a prefixed formula in a broken page gets none either',
      '<p><m:math><m:mi>x</m:mi></m:math>a<br></p>',
      '<p><m:math><m:mi>x</m:mi></m:math>[1.1|a]<br/></p>',
    ],
    ['noscript is markup', '<noscript><p>a</p></noscript>', '<noscript><p>a</p></noscript>'],
  ])('is kept: %s', (_name, before, after) => {
    expect(body(before)).toBe(after);
  });

  it('is kept: entities of the DTD', () => {
    const source = `<!DOCTYPE html [<!ENTITY a "b c"> ]>${pageOf('<p>&a;</p>')}`;
    expect(inBrackets(convertedText(source))).toBe('<p>[1.1|b c]</p>');
  });
});

describe('An encoding', () => {
  const late = `${'x'.repeat(5000)} é`;
  it.each<[string, Uint8Array, string]>([
    [
      'in UTF-16 with a mark',
      Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>${pageOf('<p>é</p>')}`, 'utf16le'),
      'é',
    ],
    ['in UTF-16, declared only by its look', Buffer.from(`<?xml version="1.0"?>${pageOf('<p>é</p>')}`, 'utf16le'), 'é'],
    [
      'in Latin 1 as declared',
      Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${pageOf('<p>é</p>')}`, 'latin1'),
      'é',
    ],
    ['in UTF-8 that is found out late', Buffer.from(pageOf(`<p>${late}</p>`)), 'é'],
    ['in nothing else than windows-1252', Buffer.from(pageOf('<p>\x93\xe9\x94</p>'), 'latin1'), '“é”'],
  ])('%s is read, and the page says UTF-8', async (_name, bytes, expected) => {
    const text = await textIn(
      await converted(anEpub().withFile('OEBPS/chapter-1.xhtml', bytes)),
      'OEBPS/chapter-1.xhtml',
    );
    expect(text).toContain(expected);
    expect(text.match(/<\?xml[^>]*>/g)).toEqual(['<?xml version="1.0" encoding="utf-8"?>']);
  });
});

describe('What stands before a page', () => {
  it.each(['stray text', '\ufeff\ufeff', '<?xml version="1.0"?>\n', '<!-- a -->', ' \n'])(
    'leaves it with one declaration, at its very start: %j',
    (before) => {
      const text = convertedText(`${before}<?xml version="1.0"?>${PAGE}`);
      expect(text.indexOf('<?xml')).toBe(0);
      expect(text.match(/<\?xml/g)).toHaveLength(1);
      expect(wellFormed(text)).toBe(true);
    },
  );
});

describe('A page is found', () => {
  it.each<[string, string]>([
    ['ch%201.xhtml', 'ch 1.xhtml'],
    ['100%25.xhtml', '100%.xhtml'],
    ['50%.xhtml', '50%.xhtml'],
    ['a.xhtml#part', 'a.xhtml'],
    ['caf\u0065\u0301.xhtml', 'caf\u00e9.xhtml'],
    ['caf\u00e9.xhtml', 'caf\u0065\u0301.xhtml'],
    ['A.XHTML', 'a.xhtml'],
    ['./x/../a.xhtml', 'a.xhtml'],
  ])('when the manifest says %s and the archive %s', async (href, name) => {
    const book = anEpub()
      .withOpf(opfOf(item('a', href), '<itemref idref="a"/>'))
      .withFile(`OEBPS/${name}`, PAGE);
    expect(await textIn(await converted(book), `OEBPS/${name}`)).toContain('kobo.1.1');
  });
});

describe('What would make others crash', () => {
  it('a frameset stays as it is, and is told', async () => {
    const frames = '<html><head/><frameset><frame src="a.html"/></frameset></html>';
    const book = anEpub().withChapters(2).withFile('OEBPS/chapter-2.xhtml', frames);
    expect(await textIn(await converted(book), 'OEBPS/chapter-2.xhtml')).toBe(frames);
    expect((await reportOf(book)).skipped).toEqual([{ name: 'OEBPS/chapter-2.xhtml', reason: 'it has no body' }]);
  });

  it.each(["it's", ')]"\'', '*', '//item'])('a cover may have the id %s', async (id) => {
    const written = id.replaceAll('"', '&quot;');
    const opf = opfOf(
      `<item id="${written}" href="c.png" media-type="image/png"/>${item('a', 'a.xhtml')}`,
      '<itemref idref="a"/>',
      {
        metadata: `<meta name="cover" content="${written}"/>`,
      },
    );
    const after = await converted(anEpub().withOpf(opf).withFile('OEBPS/c.png', 'x').withFile('OEBPS/a.xhtml', PAGE));
    expect(await textIn(after, 'OEBPS/content.opf')).toContain('properties="cover-image"');
  });
});

describe('A package others refuse is converted, and mended for the device', () => {
  const opf = opfOf(item('a', 'a.xhtml'), '<itemref idref="a"/>', { metadata: '<dc:title>Café</dc:title>' });
  const latin = `<?xml version="1.0" encoding="iso-8859-1"?>${opf}`;

  it.each<[string, string | Uint8Array]>([
    ['in ISO-8859-1', Buffer.from(latin, 'latin1')],
    ['in UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${opf}`, 'utf16le')],
    ['in UTF-16 and not saying so', Buffer.from(`\ufeff${opf}`, 'utf16le')],
    ['with &nbsp; and a bare &', opf.replace('Café', 'Café&nbsp;& Co')],
    ['in XML 1.1', `<?xml version="1.1" encoding="UTF-8"?>${opf}`],
    ['without a namespace', opf.replace(` xmlns="${OPF}"`, '')],
    ['without the namespace of its metadata', opf.replace(DC, '')],
  ])('%s', async (_name, bytes) => {
    const source = anEpub().withOpf('').withFile('OEBPS/content.opf', bytes).withFile('OEBPS/a.xhtml', PAGE);
    const after = await converted(source);
    const text = await textIn(after, 'OEBPS/content.opf');
    expect(text).toMatch(/^(<\?xml version="1.0" encoding="utf-8"\?>\n)?<package /);
    expect(text).toContain(`xmlns="${OPF}"`);
    expect(text).toContain('Café');
    expect(text).toContain('xmlns:dc=');
    expect(wellFormed(text)).toBe(true);
    expect(await textIn(after, 'OEBPS/a.xhtml')).toContain('kobo.1.1');
  });

  const container = (path: string, more = 'version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"') =>
    `<container ${more}><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;

  it.each<[string, ZipBuilder, string]>([
    ['without a version or namespace', aZip().with('META-INF/container.xml', container('O/a.opf', '')), ''],
    ['with a path from the root', aZip().with('META-INF/container.xml', container('/O/a.opf')), ''],
    ['with an encoded path', aZip().with('META-INF/container.xml', container('%4F/a.opf')), ''],
    ['in lower case', aZip().with('meta-inf/container.xml', container('O/a.opf')), ''],
    ['in a folder with the whole book', aZip().with('epub/META-INF/container.xml', container('O/a.opf')), 'epub/'],
    ['that is missing', aZip(), ''],
  ])('its container %s', async (_name, zip, folder) => {
    const after = await converted(zip.with(`${folder}O/a.opf`, opf).with(`${folder}O/a.xhtml`, PAGE));
    const text = await textIn(after, 'META-INF/container.xml');
    expect(text).toMatch(/<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"/);
    expect(text).toContain('full-path="O/a.opf"');
    expect(await textIn(after, 'O/a.xhtml')).toContain('kobo.1.1');
    expect(await textIn(after, 'O/kepubify-titlepage-dummy.xhtml')).toContain('Café');
  });
});

describe('A locked book', () => {
  const encryption = (algorithm: string, uri: string) =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;

  it('is refused with the reason, however its list spells the page', async () => {
    for (const uri of ['OEBPS/chapter-1.xhtml', 'OEBPS/chapter%2D1.xhtml']) {
      const book = anEpub().withFile(
        'META-INF/encryption.xml',
        encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', uri),
      );
      await expect(reportOf(book)).rejects.toMatchObject({
        code: 'format.encrypted',
        detail: expect.stringContaining('DRM'),
      });
    }
  });

  it('is none for its scrambled fonts', async () => {
    const book = anEpub()
      .withFile('META-INF/encryption.xml', encryption('http://ns.adobe.com/pdf/enc#RC', 'OEBPS/f.otf'))
      .withFile('OEBPS/f.otf', 'x');
    expect((await reportOf(book)).converted).toBe(2);
  });
});

describe('The cover is marked', () => {
  const meta = '<meta name="cover" content="cover"/>';

  async function marked(items: string, options = {}, cover = ''): Promise<string[]> {
    const opf = opfOf(items + item('a', 'a.xhtml'), '<itemref idref="a"/>', options);
    const book = anEpub()
      .withOpf(opf)
      .withFile('OEBPS/a.xhtml', PAGE)
      .withFile('OEBPS/cover.xhtml', cover)
      .withFile('OEBPS/c.png', 'x')
      .withFile('OEBPS/img/d.png', 'y');
    const text = await textIn(await converted(book), 'OEBPS/content.opf');
    return [...text.matchAll(/<item [^>]*id="([^"]*)"[^>]*properties="([^"]*)"/g)].map(([, id, p]) => `${id}: ${p}`);
  }

  it.each<[string, string[], () => Promise<string[]>]>([
    [
      'never on a page',
      ['cover: svg', 'i: cover-image'],
      () =>
        marked(
          item('cover', 'cover.xhtml', ' properties="svg cover-image"') + item('i', 'c.png'),
          { metadata: meta },
          pageOf('<img src="c.png"/>'),
        ),
    ],
    [
      'beside other properties',
      ['cover: x cover-image'],
      () => marked(item('cover', 'c.png', ' properties="x"'), { metadata: meta }),
    ],
    [
      'once',
      ['i: cover-image'],
      () => marked(item('cover', 'c.png') + item('i', 'img/d.png', ' properties="cover-image"'), { metadata: meta }),
    ],
    [
      'when the meta names a file',
      ['i: cover-image'],
      () => marked(item('i', 'img/d.png'), { metadata: '<meta name="cover" content="img/d.png"/>' }),
    ],
    [
      'when the guide names a page with it',
      ['i: cover-image'],
      () =>
        marked(
          item('p', 'cover.xhtml') + item('i', 'img/d.png'),
          { version: '2.0', rest: '<guide><reference type="cover" href="cover.xhtml"/></guide>' },
          pageOf('<img src="img/d.png"/>'),
        ),
    ],
  ])('%s', async (_name, expected, result) => {
    expect(await result()).toEqual(expected);
  });
});

describe('What systems leave in an archive', () => {
  it.each([
    '.DS_Store',
    '.ds_store',
    'OEBPS/.DS_Store',
    '__MACOSX/a/b',
    'x/__MACOSX/c',
    'desktop.ini',
    'OEBPS/Thumbs.db',
  ])('is not in the KEPUB: %s', async (name) => {
    const after = await converted(anEpub().withFile(name, 'x'));
    expect(after.entries.map((entry) => entry.name)).not.toContain(name);
  });
});

describe('A second conversion', () => {
  const long = () => anEpub().withCover().withChapters(2, 30);

  it.each<[string, ConvertOptions['kepub']]>([
    ['with nothing asked for', {}],
    ['with a title page', { titlePage: 'always' }],
    ['without one', { titlePage: 'never' }],
    [
      'with everything',
      {
        titlePage: 'always',
        css: ['a<b{}'],
        hyphenation: 'on',
        smartPunctuation: true,
        fullScreenFixes: true,
        sentences: 'language',
        replacements: [{ find: 'sentences', replace: 'sentences, sentences' }],
      },
    ],
  ])('changes nothing, %s', async (_name, kepub) => {
    for (const version of ['2.0', '3.0'] as const) {
      const once = await convertedBytes(epubToKepub, long().version(version).build(), { kepub });
      expect(Buffer.compare(await convertedBytes(epubToKepub, once, { kepub }), once)).toBe(0);
    }
  });

  it('puts in neither a second style nor a second title page', async () => {
    const once = await convertedBytes(epubToKepub, long().build());
    const twice = await ZipArchive.open(
      bytesAccess(await convertedBytes(epubToKepub, once, { kepub: { titlePage: 'always' } })),
    );
    expect(twice.entries.filter(({ name }) => name === TITLE_PAGE)).toHaveLength(1);
    expect((await textIn(twice, 'OEBPS/chapter-1.xhtml')).split(MARGIN_RULE)).toHaveLength(2);
    const opf = await textIn(twice, 'OEBPS/content.opf');
    expect(opf.match(/<itemref idref="kepubify-titlepage-dummy"\/>/g)).toHaveLength(1);
  });

  it('leaves no name in the archive twice', async () => {
    const zip = aZip()
      .with('a.opf', opfOf(item('a', 'a.xhtml'), '<itemref idref="a"/>'))
      .with('a.xhtml', PAGE)
      .with('a.xhtml', PAGE)
      .with('kepubify-titlepage-dummy.xhtml', PAGE);
    const names = (await converted(zip, { kepub: { titlePage: 'always' } })).entries.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
    expect(names.filter((name) => name.includes('titlepage'))).toHaveLength(1);
  });
});

describe('A bomb', () => {
  const one = (text: string) => anEpub().withFile('OEBPS/chapter-1.xhtml', text);
  const broken = pageOf(`<br>${'<b></b>'.repeat(60_000)}`);
  const many = (text: string, count: number) => {
    const names = Array.from({ length: count }, (_, n) => `p${n}.xhtml`);
    const zip = aZip().with('a.opf', opfOf(names.map((name, n) => item(`i${n}`, name)).join(''), ''));
    names.forEach((name) => zip.with(name, text, { stored: true }));
    return zip;
  };

  it.each<[string, EpubBuilder | ZipBuilder]>([
    ['of one page', one(pageOf('<p>x</p>'.repeat(6_000_000)))],
    ['by its ratio', one(pageOf(' '.repeat(2_000_000)))],
    ['of elements', many(pageOf('<i/>'.repeat(500_001)), 1)],
    ['of elements over many pages', many(pageOf('<i/>'.repeat(480_000)), 9)],
    ['of broken pages', many(broken, 5)],
    ['of files', many('', 20_001)],
    ['of all together', aBigBook()],
  ])('is refused: %s', async (_name, book) => {
    await expect(reportOf(book)).rejects.toMatchObject({ code: 'archive.bomb' });
  });

  it('of time is ended by whoever waits', async () => {
    const controller = new AbortController();
    const timeUp = new Error('time is up');
    let pages = 0;
    const progress = () => {
      pages += 1;
      if (pages === 1) setImmediate(() => controller.abort(timeUp));
    };
    const ended = convertedBytes(epubToKepub, many(PAGE, 500).build(), { signal: controller.signal, progress });
    await expect(ended).rejects.toBe(timeUp);
    expect(pages).toBeLessThan(500);
  });
});

describe('A result', () => {
  it('has the order of the source, one fixed date, and the title page last', async () => {
    const source = anEpub().withCover().withChapters(2, 30).withFile('OEBPS/z.css', 'x').withFile('OEBPS/a.css', 'y');
    const before = await ZipArchive.open(bytesAccess(source.build()));
    const bytes = await convertedBytes(epubToKepub, source.build());
    const after = await ZipArchive.open(bytesAccess(bytes));
    expect(after.entries.map(({ name }) => name)).toEqual([...before.entries.map(({ name }) => name), TITLE_PAGE]);
    expect(bytes.readUInt32LE(10)).toBe(0x0021_0000);
    expect(Buffer.compare(bytes, await convertedBytes(epubToKepub, source.build()))).toBe(0);
  });

  it('comes with a report of every page', async () => {
    const book = anEpub()
      .withChapters(4)
      .withFile('OEBPS/chapter-1.xhtml', pageOf('<p>a<br></p>'))
      .withFile('OEBPS/chapter-2.xhtml', '<html><head/><frameset/></html>')
      .withFile('OEBPS/chapter-3.xhtml', pageOf('<p>fox</p>'));
    const options = { kepub: { replacements: [{ find: 'fox', replace: '<' }] } };
    const told = epubToKepub.convert(
      bytesAccess(book.build()),
      new Writable({ write: (_c, _e, done) => done() }),
      options,
    );
    expect(await told).toEqual({
      converted: 4,
      fallbacks: 1,
      skipped: [{ name: 'OEBPS/chapter-2.xhtml', reason: 'it has no body' }],
      remarks: [{ name: 'OEBPS/chapter-3.xhtml', remark: expect.stringContaining('not be well-formed') }],
    });
  });
});

describe('The title page of a book', () => {
  const long = () => anEpub().titled('Emma').inLanguage('fr').withChapters(2, 30);

  it.each(['2.0', '3.0'] as const)('is valid in EPUB %s: titled, well-formed, listed, first', async (version) => {
    const after = await converted(long().version(version));
    const page = await textIn(after, TITLE_PAGE);
    expect(page).toContain('<title>Emma</title>');
    expect(page).toContain('xml:lang="fr"');
    expect(page.includes('XHTML 1.1')).toBe(version === '2.0');
    expect(wellFormed(page)).toBe(true);
    const opf = await textIn(after, 'OEBPS/content.opf');
    expect(opf).toMatch(/<spine[^>]*><itemref idref="kepubify-titlepage-dummy"\/><itemref idref="c1"/);
    expect(opf).toMatch(/<item id="kepubify-titlepage-dummy" [^>]*\/><\/manifest>/);
    const style = (await textIn(after, 'OEBPS/chapter-1.xhtml')).match(/<style[^>]*>/)?.[0];
    expect(style).toBe(
      version === '2.0' ? '<style type="text/css">' : '<style type="text/css" class="kobostylehacks">',
    );
  });

  it('shows the cover where the book has one, from wherever it lies', async () => {
    expect(await textIn(await converted(long().withCover()), TITLE_PAGE)).toContain(
      '<img src="cover.png" alt="Emma"/>',
    );
    const opf = opfOf(
      '<item id="cover" href="../img/c%20d&amp;e.png" media-type="image/png"/>' + item('a', 'a.xhtml'),
      '<itemref idref="a"/>',
    );
    const book = anEpub().withOpf(opf).withFile('OEBPS/a.xhtml', PAGE).withFile('img/c d&e.png', pngCover());
    expect(await textIn(await converted(book), TITLE_PAGE)).toContain('<img src="../img/c%20d%26e.png"');
  });

  it('shows it even when the cover has a page that is not read through', async () => {
    const items = item('cover', 'c.png') + item('p', 'cover.xhtml') + item('a', 'a.xhtml');
    const opf = opfOf(items, '<itemref idref="p" linear="no"/><itemref idref="a"/>');
    const book = anEpub()
      .withOpf(opf)
      .withFile('OEBPS/c.png', 'x')
      .withFile('OEBPS/cover.xhtml', PAGE)
      .withFile('OEBPS/a.xhtml', PAGE);
    expect(await textIn(await converted(book), TITLE_PAGE)).toContain('src="c.png"');
  });

  it('is there when it is wished for and not when it is not', async () => {
    const has = async (book: EpubBuilder, titlePage: 'auto' | 'always' | 'never') =>
      (await converted(book, { kepub: { titlePage } })).find(TITLE_PAGE) !== undefined;
    expect([await has(long(), 'auto'), await has(long(), 'always'), await has(long(), 'never')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([await has(anEpub(), 'auto'), await has(anEpub(), 'always')]).toEqual([false, true]);
  });

  it('changes no other page', async () => {
    const [without, having] = [await converted(long(), { kepub: { titlePage: 'never' } }), await converted(long())];
    const crc = (archive: ZipArchive) =>
      archive.entries.filter(({ name }) => /chapter|nav/.test(name)).map(({ crc32 }) => crc32);
    expect(crc(having)).toEqual(crc(without));
  });

  it('is no page of the report', async () => {
    const once = await convertedBytes(epubToKepub, long().build());
    const out = new Writable({ write: (_chunk, _encoding, done) => done() });
    const again = await epubToKepub.convert(bytesAccess(once), out);
    expect(again.skipped.map(({ name }) => name)).toEqual([
      'OEBPS/nav.xhtml',
      'OEBPS/chapter-1.xhtml',
      'OEBPS/chapter-2.xhtml',
    ]);
  });
});

describe('Chinese and Japanese', () => {
  const text = '<p>雪だ。「寒い。」と。</p>';
  const CUT = '<p>[1.1|雪だ。][1.2|「寒い。」][1.3|と。]</p>';
  const WHOLE = '<p>[1.1|雪だ。「寒い。」と。]</p>';
  const lang = (attributes: string, sentences: 'language' | 'every tool') =>
    inBrackets(convertedText(pageOf(text).replace('<html', `<html ${attributes}`), { sentences }));

  it('are cut as other tools cut them unless it is asked for', () => {
    expect(lang('lang="ja"', 'every tool')).toBe(WHOLE);
    expect(inBrackets(convertedText(pageOf(text).replace('<html', '<html lang="ja"')))).toBe(WHOLE);
  });

  it.each<[string, string]>([
    ['lang="ja"', CUT],
    ['xml:lang="zh-Hans"', CUT],
    ['xml:lang="ja" lang="en"', CUT],
    ['xml:lang="en" lang="ja"', WHOLE],
    ['lang="ko"', WHOLE],
    ['', WHOLE],
  ])('are cut at their own stops by what the page says: %s', (attributes, expected) => {
    expect(lang(attributes, 'language')).toBe(expected);
  });

  it.each<[string, string]>([
    ['zh', 'kobo.1.3'],
    ['en', 'kobo.1.1'],
  ])('or else by what the book says: %s', async (language, last) => {
    const book = anEpub().inLanguage(language).withFile('OEBPS/chapter-1.xhtml', pageOf(text));
    const page = await textIn(await converted(book, { kepub: { sentences: 'language' } }), 'OEBPS/chapter-1.xhtml');
    expect([...page.matchAll(/id="(kobo[^"]*)"/g)].at(-1)?.[1]).toBe(last);
  });
});

function aBigBook(): ZipBuilder {
  const names = Array.from({ length: 20 }, (_, n) => `${n}.xhtml`);
  const zip = aZip().with('a.opf', opfOf(names.map((name, n) => item(`i${n}`, name)).join(''), ''));
  for (const name of names) zip.with(name, '<html/>'.repeat(20), { claims: { size: 10 * 1024 * 1024 } });
  return zip;
}
