import { bytesAccess, DomainError } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { aComic, anEpub, aRar, aZip } from '@octavo/testing';
import { asking, embedded, filesIn, packageIn, saidIn, unverified } from './testing/embedded.js';
import { bookOf, MANDATORY, packageOf, written } from './testing/package-book.js';

const ASKED = asking({ title: 'New & Old', language: 'de' });
const refusal = (code: string) => expect.objectContaining({ code, constructor: DomainError }) as unknown;

/** An EPUB of files, packed as a test says. */
function zipOf(add: (zip: ReturnType<typeof aZip>) => unknown, opf = packageOf(MANDATORY), stored = false): Uint8Array {
  const container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>';
  const zip = aZip()
    .with('mimetype', 'application/epub+zip')
    .with('META-INF/container.xml', container)
    .with('a.opf', opf, { stored });
  add(zip);
  return zip.build();
}

/** The archive with the attributes of its last entry saying that it is a folder (APPNOTE 4.4.15). */
function asFolder(archive: Uint8Array, last: string): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes[bytes.byteLength - 22 - last.length - 46 + 38] = 0x10;
  return bytes;
}

describe('an archive that is out of order', () => {
  it('gets its mimetype first and plain', async () => {
    const opf = packageOf(MANDATORY);
    const packed = aZip()
      .with('a.opf', opf)
      .with('b/', '')
      .with('mimetype', `application/epub+zip${' '.repeat(99)}\n`)
      .build();
    for (const book of [packed, aZip().with('a.opf', opf).with('b/', '').build()]) {
      const { bytes } = await embedded(book, ASKED);
      expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
      expect((await filesIn(bytes)).map(([name]) => name)).toEqual(['mimetype', 'a.opf', 'b/']);
    }
  });

  it('keeps files of one name, empty folders and names in other letters', async () => {
    const book = zipOf((zip) =>
      zip
        .with('x', 'first')
        .with('x', 'second')
        .with('f/', '')
        .with('日本.txt', 'y', { utf8: false })
        .with(Buffer.from([0x82]), 'z'),
    );
    const [before, after] = [await filesIn(book), await filesIn((await embedded(book, ASKED)).bytes)];
    expect(after.filter(([name]) => name !== 'a.opf')).toEqual(before.filter(([name]) => name !== 'a.opf'));
    expect(after).toHaveLength(8);
  });

  it('keeps what is written on it', async () => {
    for (const comment of [`PK\x05\x06${'.'.repeat(60)}`, 'x'.repeat(65_535)]) {
      const { bytes } = await embedded(
        zipOf((zip) => zip.withComment(comment)),
        ASKED,
      );
      expect(bytes.toString('latin1', bytes.byteLength - comment.length)).toBe(comment);
      expect((await saidIn(bytes)).title).toBe('New & Old');
    }
  });

  it('may lie about files nobody unpacks, and lies on', async () => {
    const book = zipOf((zip) =>
      zip.withBomb('bomb.bin', 5_000_000).with('liar', 'x'.repeat(99), { claims: { size: 9 ** 9, crc32: 1 } }),
    );
    expect((await embedded(book, ASKED)).report.changed).toEqual(['title', 'language']);
  });

  it.each([
    ['a name that climbs out', zipOf((zip) => zip.with('../x', 'y')), 'archive.climbs-out'],
    ['a name of control characters', zipOf((zip) => zip.with('a\u0001', 'y')), 'file.unreadable'],
    [
      'a folder that is called like a file',
      asFolder(
        zipOf((zip) => zip.with('x', 'y')),
        'x',
      ),
      'file.unreadable',
    ],
    ['a password', zipOf((zip) => zip.with('x', 'y', { encrypted: true })), 'format.encrypted'],
    ['another method of packing', zipOf((zip) => zip.with('x', 'y', { claims: { method: 14 } })), 'file.unreadable'],
    [
      'files that overlap',
      zipOf((zip) => zip.with('x', 'y', { claims: { compressedSize: 1_000_000 } })),
      'archive.bomb',
    ],
    ['no package document', aZip().with('x', 'y').build(), 'file.unreadable'],
    ['nothing', new Uint8Array(), 'file.empty'],
  ])('is refused for %s', async (_, book, code) => {
    await expect(unverified(book, ASKED)).rejects.toEqual(refusal(code));
  });
});

describe('a package document that is hostile', () => {
  const laughs = `<!DOCTYPE package [<!ENTITY a "${'ha'.repeat(400)}">]>`;
  it.each([
    ['a bomb', aZip().withBomb('a.opf', 20_000_000).build(), 'archive.bomb'],
    ['a bomb that says it is small', aZip().withBomb('a.opf', 20_000_000, { size: 1000 }).build(), 'archive.bomb'],
    ['longer than any', bookOf(packageOf(MANDATORY + ' '.repeat(6_000_000))), 'archive.bomb'],
    ['crowded', zipOf((zip) => zip, packageOf('<meta/>'.repeat(250_000)), true), 'file.unreadable'],
    ['nested', bookOf(packageOf('<a>'.repeat(5000) + '</a>'.repeat(5000))), 'file.unreadable'],
    [
      'made of entities',
      bookOf(packageOf('&a;'.repeat(3000)).replace('<package', `${laughs}<package`)),
      'archive.bomb',
    ],
    ['not well-formed', bookOf(packageOf(`${MANDATORY}<dc:title>Emma`)), 'file.unreadable'],
    ['of two roots', bookOf(`${packageOf(MANDATORY)}<package/>`), 'file.unreadable'],
    ['no package', bookOf('<html/>'), 'file.unreadable'],
    ['nothing', bookOf(''), 'file.unreadable'],
  ])('is refused: %s', async (_, book, code) => {
    await expect(unverified(book, ASKED)).rejects.toEqual(refusal(code));
  });

  it('may have fifty thousand metas', async () => {
    const metas = Array.from({ length: 50_000 }, (_, n) => `<meta name="m" content="${n}"/>`).join('');
    const { bytes } = await embedded(bookOf(packageOf(MANDATORY + metas)), ASKED);
    expect(await packageIn(bytes)).toContain(metas);
    expect((await saidIn(bytes)).title).toBe('New & Old');
  });

  it('may refine one element twenty thousand times', async () => {
    const metas = '<meta refines="#t" property="file-as">Old</meta>'.repeat(20_000);
    const book = bookOf(packageOf(MANDATORY.replace('<dc:title', '<dc:title id="t"') + metas));
    const { bytes } = await embedded(book, ASKED);
    expect(await packageIn(bytes)).not.toContain('file-as');
  });

  it('may name ten thousand people, whom a list of one takes the place of', async () => {
    const people = Array.from({ length: 10_000 }, (_, n) => `<dc:creator id="c">P ${n}</dc:creator>`).join('');
    const contributors = [{ name: 'Ann Bee', role: 'author' as const }];
    const { metadata } = await written(MANDATORY + people, { contributors });
    expect(metadata.match(/<dc:creator/g)).toHaveLength(1);
  });

  it('has the entities it declares in place, those of its identifier too', async () => {
    const opf = packageOf(
      '<dc:identifier id="uid">&id;</dc:identifier><dc:title>&t;</dc:title><dc:source>&t;</dc:source>',
    );
    const subset =
      '<!DOCTYPE package [<!ENTITY id "urn:x:1"><!ENTITY t "Em&#38;ma"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
    const book = bookOf(opf.replace('<package', `${subset}\n<package`));
    const { bytes } = await embedded(book, ASKED);
    const text = await packageIn(bytes);
    expect(text).toContain('<dc:identifier id="uid">urn:x:1</dc:identifier><dc:title>New &amp; Old</dc:title>');
    expect(text).toContain('<dc:source>Em&#38;ma</dc:source>');
    expect(text).not.toContain('ENTITY');
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${packageOf(`${MANDATORY}<dc:rights>Brontë</dc:rights>`)}`, 'utf16le')],
    [
      'Latin-1',
      Buffer.from(packageOf(`${MANDATORY}<dc:rights>Brontë</dc:rights>`).replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    ],
    ['Latin-1 that says UTF-8', Buffer.from(packageOf(`${MANDATORY}<dc:rights>Brontë</dc:rights>`), 'latin1')],
  ])('comes out as UTF-8: %s', async (_, opf) => {
    const { bytes } = await embedded(bookOf(opf), ASKED);
    const [, written] = (await filesIn(bytes)).find(([name]) => name.endsWith('.opf'))!;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(written);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/i);
    expect(text).toContain('<dc:rights>Brontë</dc:rights>');
    expect((await embedded(bytes, ASKED)).bytes.equals(bytes)).toBe(true);
  });

  it('stays in its encoding where nothing is to be written', async () => {
    const opf = Buffer.from(`\ufeff${packageOf(MANDATORY)}`, 'utf16le');
    const { bytes } = await embedded(bookOf(opf), asking({ title: 'Emma' }));
    expect((await filesIn(bytes)).find(([name]) => name.endsWith('.opf'))?.[1]).toEqual(opf);
  });

  it('gets a place for metadata where it has none', async () => {
    const without = packageOf('').replace(/<metadata.*<\/metadata>/s, '');
    for (const opf of [without, packageOf('').replace(/<metadata.*<\/metadata>/s, '<metadata/>')]) {
      const { bytes } = await embedded(bookOf(opf), ASKED);
      expect(await saidIn(bytes)).toMatchObject({ title: 'New & Old', language: 'de' });
      expect((await openEpub(bytesAccess(bytes))).spine).toHaveLength(1);
    }
  });

  it('is only changed in the first of two places for metadata, which is the one that is read', async () => {
    const second = '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Second</dc:title></metadata>';
    const book = bookOf(packageOf(MANDATORY).replace('<manifest>', `${second}<manifest>`));
    const { bytes } = await embedded(book, ASKED);
    expect(await packageIn(bytes)).toContain(second);
    expect((await saidIn(bytes)).title).toBe('New & Old');
  });

  it('loses no identifier that claims to refine what goes', async () => {
    const there = '<dc:creator id="a">Gone</dc:creator><dc:identifier id="uid" refines="#a">urn:x:1</dc:identifier>';
    const { metadata } = await written(`${there}<dc:title refines="#a">Emma</dc:title>`, {
      contributors: [{ name: 'Ann Bee', role: 'author' }],
    });
    expect(metadata).not.toContain('Gone');
    expect(metadata).toMatch(/<dc:identifier id="uid" refines="#a">urn:x:1<.*<dc:title refines="#a">Emma</);
  });

  it('brings no id to life that it refers to in vain', async () => {
    const root = packageOf('<dc:title>Emma</dc:title><dc:language>en</dc:language>').replace('"uid"', '"identifier"');
    const identifiers = [{ scheme: 'doi', value: '10.1000/182' }];
    const { bytes } = await embedded(bookOf(root), asking({ identifiers }));
    expect(await packageIn(bytes)).toContain('<dc:identifier id="identifier-2">');
    const { uniqueIdentifier, metadata } = await openEpub(bytesAccess(bytes));
    expect(metadata.some(({ attributes }) => attributes['id'] === uniqueIdentifier)).toBe(false);
  });
});

describe('a locked or signed book', () => {
  const locked = (algorithm: string, file: string) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${file}"/></CipherData></EncryptedData></encryption>`;
  const AES = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
  it.each([
    ['encrypted pages', 'META-INF/encryption.xml', locked(AES, 'OEBPS/chapter-1.xhtml'), 'format.encrypted'],
    ['a licence', 'META-INF/license.lcpl', '{}', 'format.encrypted'],
    ['rights of Adobe', 'META-INF/rights.xml', '<rights xmlns="http://ns.adobe.com/adept"/>', 'format.encrypted'],
    ['a signature', 'META-INF/signatures.xml', '<signatures/>', 'format.unsupported'],
  ])('is refused for %s', async (_, path, content, code) => {
    const book = anEpub().withFile(path, content).build();
    await expect(unverified(book, ASKED)).rejects.toEqual(refusal(code));
  });

  it('is none when only fonts are scrambled', async () => {
    const fonts = locked('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf');
    const book = anEpub().withFile('META-INF/encryption.xml', fonts).withFile('OEBPS/font.otf', 'x'.repeat(99)).build();
    expect((await embedded(book, ASKED)).report.left).toEqual([]);
  });
});

describe('a comic that is none', () => {
  const asked = asking({ title: 'New' }, { format: 'cbz' });
  it.each([
    ['a RAR', aRar(5).with('1.png', 'x').build(), 'format.unsupported'],
    ['an EPUB', anEpub().build(), 'format.unsupported'],
    [
      'without pages',
      aZip().with('ComicInfo.xml', '<ComicInfo><Title>T</Title></ComicInfo>').build(),
      'file.unreadable',
    ],
    ['locked', aZip().with('1.png', 'x', { encrypted: true }).build(), 'format.encrypted'],
    [
      'of a broken record',
      aComic().withFile('ComicInfo.xml', '<ComicInfo><Title>T</ComicInfo>').build(),
      'file.unreadable',
    ],
    ['of another record', aComic().withFile('ComicInfo.xml', '<other/>').build(), 'file.unreadable'],
    [
      'of a record that is a bomb',
      aZip().with('1.png', 'x').withBomb('ComicInfo.xml', 20_000_000).build(),
      'archive.bomb',
    ],
    ['nothing', new Uint8Array(), 'file.empty'],
  ])('is refused: %s', async (_, comic, code) => {
    await expect(unverified(comic, asked)).rejects.toEqual(refusal(code));
  });
});
