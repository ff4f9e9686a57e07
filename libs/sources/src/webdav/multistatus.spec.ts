import fc from 'fast-check';
import { readMultistatus, type WrittenEntry } from './multistatus.js';
import { readProps } from './props.js';

const NOW = Date.UTC(2026, 10, 1);
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

async function* inChunks(bytes: Uint8Array, size = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(text: string | Uint8Array, chunk?: number, most?: number): Promise<WrittenEntry[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const all: WrittenEntry[] = [];
  for await (const entries of readMultistatus(inChunks(bytes, chunk), most)) all.push(...entries);
  return all;
}

const plain = (entries: readonly WrittenEntry[]) =>
  entries.map(({ href, status, processing, props }) => ({ href, status, processing, ...readProps(props, NOW) }));

const inPropstat = (props: string, status = '200 OK') =>
  `<D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`;
const response = (href: string, inside: string) => `<D:response><D:href>${href}</D:href>${inside}</D:response>`;
const multistatus = (...responses: string[]) =>
  `${HEAD}<D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;

const FILE = '<D:resourcetype/><D:getcontentlength>42</D:getcontentlength><D:getetag>"a"</D:getetag>';

describe('a multistatus', () => {
  it.each([
    ['with prefixes', multistatus(response('/a', inPropstat(FILE)))],
    [
      'with its own prefix for properties',
      multistatus(response('/a', inPropstat(FILE.replace(/D:/g, 'lp1:')))).replace(
        'xmlns:D="DAV:"',
        'xmlns:D="DAV:" xmlns:lp1="DAV:"',
      ),
    ],
    [
      'with a default namespace',
      multistatus(response('/a', inPropstat(FILE)))
        .replace(/D:/g, '')
        .replace('xmlns:D', 'xmlns')
        .replace('xmlns="AV:"', 'xmlns="DAV:"')
        .replace(/xmlns="[^"]*"/, 'xmlns="DAV:"'),
    ],
    [
      'with the status before the properties',
      multistatus(
        response('/a', `<D:propstat><D:status>HTTP/1.1 200 OK</D:status><D:prop>${FILE}</D:prop></D:propstat>`),
      ),
    ],
    [
      'with properties of which no status is told',
      multistatus(response('/a', `<D:propstat><D:prop>${FILE}</D:prop></D:propstat>`)),
    ],
    [
      'that tells first what it does not have',
      multistatus(response('/a', inPropstat('<D:getetag/><D:getcontentlength/>', '404 Not Found') + inPropstat(FILE))),
    ],
    [
      'that tells last what it does not have',
      multistatus(response('/a', inPropstat(FILE) + inPropstat('<D:getetag/>', '404 Not Found'))),
    ],
    [
      'with familiar names in foreign places',
      multistatus(
        response(
          '/a',
          inPropstat(
            `${FILE}<x:owner xmlns:x="urn:x"><D:href>/other</D:href><D:status>HTTP/1.1 500 No</D:status><D:collection/></x:owner><getetag xmlns="urn:y">"b"</getetag>`,
          ),
        ),
      ),
    ],
    [
      'with attributes, comments and CDATA',
      multistatus(response('<![CDATA[/a]]>', inPropstat(FILE.replace('<D:getetag>', '<!-- x --><D:getetag b="c">')))),
    ],
    ['with a byte order mark', `\ufeff${multistatus(response('/a', inPropstat(FILE)))}`],
  ])('is read %s', async (_, text) => {
    expect(plain(await read(text))).toEqual([
      { href: '/a', status: undefined, processing: false, folder: false, size: 42, etag: 'a' },
    ]);
  });

  it.each([
    ['<D:resourcetype><D:collection/></D:resourcetype>', true],
    ['<D:resourcetype>\n <D:collection></D:collection>\n</D:resourcetype>', true],
    ['<D:iscollection>1</D:iscollection>', true],
    ['<D:iscollection> true </D:iscollection>', true],
    ['<D:iscollection>0</D:iscollection>', false],
    ['<D:resourcetype>\n  </D:resourcetype>', false],
    ['<D:resourcetype><collection xmlns="urn:x"/></D:resourcetype>', false],
    ['', false],
  ])('tells of %s whether it is a folder', async (props, folder) => {
    expect(plain(await read(multistatus(response('/a', inPropstat(props)))))).toMatchObject([{ folder }]);
  });

  it('tells what a server says of one thing alone', async () => {
    const text = multistatus(
      response('/a', '<D:status>HTTP/1.1 403 Forbidden</D:status>'),
      '<D:response><D:href>/b</D:href><D:href>/c</D:href><D:status>HTTP/1.1 507 Full</D:status></D:response>',
      response('/d', inPropstat(FILE, '425 Too Early')),
      response('/e', '<D:status>HTTP/1.1 200 OK</D:status>'),
    );
    expect(plain(await read(text))).toEqual([
      { href: '/a', status: 403, processing: false, folder: false },
      { href: '/b', status: 507, processing: false, folder: false },
      { href: '/c', status: 507, processing: false, folder: false },
      { href: '/d', status: undefined, processing: true, folder: false, size: 42, etag: 'a' },
      { href: '/e', status: undefined, processing: false, folder: false },
    ]);
  });

  it('knows the entities of XML, however many, and no others', async () => {
    const name = `/${'&amp;'.repeat(1000)}&#233;&#x1F4DA;`;
    expect((await read(multistatus(response(name, inPropstat(FILE)))))[0]?.href).toBe(`/${'&'.repeat(1000)}é📚`);
    await expect(read(multistatus(response('&nbsp;', '')))).rejects.toMatchObject({ reason: 'malformed_response' });
  });

  it('does not believe values that are too long to be true', async () => {
    const long = 'a'.repeat(9000);
    const [entry] = plain(await read(multistatus(response('/a', inPropstat(`<D:getetag>${long}</D:getetag>`)))));
    expect(entry).toEqual({ href: '/a', status: undefined, processing: false, folder: false });
    expect((await read(multistatus(response(long, ''))))[0]?.href).toBeUndefined();
  });

  const nested = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(10)}">`).join('')}]>`;
  it.each<[string, string | Uint8Array]>([
    ['names entities of its own', multistatus(response('&a9;', '')).replace(HEAD, `${HEAD}${nested}`)],
    [
      'refers to a file',
      multistatus(response('&f;', '')).replace(HEAD, '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    ],
    ['says it is in another encoding', multistatus(response('/a', '')).replace('utf-8', 'ISO-8859-1')],
    ['is not UTF-8', Buffer.from(multistatus(response('/caf\xe9', '')), 'latin1')],
    ['has prefixes nobody bound', multistatus(response('/a', inPropstat('<x:y/>')))],
    ['is nested beyond reason', multistatus(response('/a', inPropstat('<D:x>'.repeat(40) + '</D:x>'.repeat(40))))],
    ['goes on after its end', `${multistatus()}<D:more xmlns:D="DAV:"/>`],
    ['is no XML', '{"files": []}'],
  ])('that %s is refused for good', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ reason: 'malformed_response', passing: false });
  });

  it.each([
    ['a page for people', '<html><body>Sign in</body></html>'],
    ['the same in another namespace', '<multistatus xmlns="urn:x"/>'],
  ])('is not %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ reason: 'not_webdav' });
  });

  it.each([
    ['spaces', ' '.repeat(2_000_000)],
    ['a comment', `<!--${'x'.repeat(2_000_000)}-->`],
    ['an attribute', `<D:x a="${'x'.repeat(2_000_000)}"/>`],
    ['one value', `<D:response><D:href>${'x'.repeat(2_000_000)}</D:href></D:response>`],
  ])('that hides megabytes in %s is refused long before its end', async (_, filling) => {
    const text = `<D:multistatus xmlns:D="DAV:">${filling}</D:multistatus>`;
    let given = 0;
    const counted = (async function* () {
      for await (const chunk of inChunks(Buffer.from(text), 16_384)) {
        given += chunk.length;
        yield chunk;
      }
    })();
    const reading = (async () => {
      for await (const entries of readMultistatus(counted)) expect(entries).toEqual([]);
    })();
    await expect(reading).rejects.toMatchObject({ reason: 'malformed_response' });
    expect(given).toBeLessThan(200_000);
  });

  it('with more entries than are taken is given up', async () => {
    const text = multistatus(...Array.from({ length: 12 }, (_, n) => response(`/${n}`, '')));
    expect(await read(text, 64, 12)).toHaveLength(12);
    await expect(read(text, 64, 11)).rejects.toMatchObject({ reason: 'too_many_entries' });
  });

  const samples = [
    multistatus(response('/é/📚.epub', inPropstat(FILE)), response('/b', inPropstat(FILE))),
    `${HEAD}\n<multistatus xmlns="DAV:">\n<response><href>/a</href></response>\n<sync-token>urn:x</sync-token></multistatus>\n`,
  ];

  it.each(samples)('cut at any byte but those after its end never reads as whole (%#)', async (text) => {
    const bytes = Buffer.from(text);
    const end = Buffer.from(text.trimEnd()).length;
    for (let cut = 0; cut < end; cut += 1)
      await expect(read(bytes.subarray(0, cut))).rejects.toMatchObject({ reason: 'malformed_response', passing: true });
    for (let cut = end; cut <= bytes.length; cut += 1) await read(bytes.subarray(0, cut));
  });

  it('reads the same in whatever pieces it comes', async () => {
    const piece = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((name) => encodeURI(name.toWellFormed()));
    const names = fc.array(piece, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 40 }), async (all, size) => {
        const text = multistatus(...all.map((name) => response(`/é${name.replace(/&/g, '&amp;')}`, inPropstat(FILE))));
        expect(plain(await read(text, size))).toEqual(plain(await read(text)));
      }),
    );
  });

  it('says where a report goes on', async () => {
    const reading = readMultistatus(inChunks(Buffer.from(samples[1] ?? '')));
    expect((await reading.next()).value).toHaveLength(1);
    expect(await reading.next()).toEqual({ done: true, value: { syncToken: 'urn:x' } });
  });
});
