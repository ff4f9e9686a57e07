import fc from 'fast-check';
import { Anchors, readHrefPath, segmentsOf } from './href.js';
import { keyOfSegment } from './path-key.js';

const below = (href: string, ...paths: string[]) =>
  new Anchors(paths.length > 0 ? paths : ['/dav/'])?.read(href)?.segments;

describe('an href', () => {
  it.each([
    ['/dav/a.epub', ['a.epub']],
    ['/dav/', []],
    ['/dav', []],
    ['/dav/Folder/', ['Folder']],
    ['  /dav/a.epub\n', ['a.epub']],
    ['a.epub', ['a.epub']],
    ['./a.epub', ['a.epub']],
    ['/dav//a.epub', ['a.epub']],
    ['/dav/./x/../a.epub', ['a.epub']],
    ['/dav/x/%2E%2e/a.epub', ['a.epub']],
    ['http://10.0.0.7:8080/dav/a.epub', ['a.epub']],
    ['HTTPS://other.example/dav/a.epub', ['a.epub']],
    ['//other.example/dav/a.epub', ['a.epub']],
    ['/%64av/a.epub', ['a.epub']],
    ['/dav/C# in depth?.epub', ['C%23%20in%20depth%3F.epub']],
    ['/dav/caf%e9.epub', ['caf%e9.epub']],
    ['/dav/café.epub', ['caf%C3%A9.epub']],
    ['/dav/100%.epub', ['100%25.epub']],
    ['/dav/a%20b+c&d;e=f.epub', ['a%20b+c&d;e=f.epub']],
    ['/dav/back\\slash.epub', ['back%5Cslash.epub']],
    ['/dav/...', ['...']],
  ])('%s is a place below the folder, its escapes untouched', (href, segments) => {
    expect(below(href)).toEqual(segments);
  });

  it.each([
    ['another folder', '/other/a.epub'],
    ['above', '/dav/../a.epub'],
    ['above by escapes', '/dav/%2e%2e/a.epub'],
    ['above the root', '/../../dav'],
    ['above in relative steps', '../a.epub'],
    ['another folder that begins alike', '/davina/a.epub'],
    ['a host', '//host/a.epub'],
    ['another scheme', 'ftp://host/dav/a.epub'],
    ['a file of this machine', 'file:///dav/a.epub'],
    ['a name with a slash in it', '/dav/a%2Fb.epub'],
    ['a name with a zero in it', '/dav/a%00.epub'],
    ['a name that climbs once it is read', '/dav/..%2f..%2fetc'],
    ['a name that is too long', `/dav/${'a'.repeat(1025)}`],
    ['a path without end', `/dav/${'a/'.repeat(9000)}`],
  ])('that leads to %s is none', (_, href) => expect(below(href)).toBeUndefined());

  it('is a place below the folder by the name the server has for it, or we', () => {
    expect(below('/internal/dav/a', '/internal/dav/', '/dav/')).toEqual(['a']);
    expect(below('/dav/a', '/internal/dav/', '/dav/')).toEqual(['a']);
    expect(below('a', '/internal/dav/', '/dav/')).toEqual(['a']);
    expect(below('/elsewhere/a', '/internal/dav/', '/dav/')).toBeUndefined();
  });

  it('is a place below the folder in capitals too, and says so', () => {
    const anchors = new Anchors(['/Dav/B%C3%BCcher/']);
    expect(anchors.read('/dav/b%C3%9Ccher/A.epub')).toEqual({ segments: ['A.epub'], absolute: false, byCase: true });
    expect(anchors.read('/Dav/b%c3%bccher/A.epub')).toMatchObject({ byCase: true });
    expect(anchors.read('http://x/Dav/B%c3%bccher/A.epub')).toEqual({
      segments: ['A.epub'],
      absolute: true,
      byCase: false,
    });
  });

  it('never leads out of the folder, whatever it is made of', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%2f',
        '//',
        '/',
        '\\',
        'http://h',
        '%00',
        '#',
        '?',
        '%',
        'dav',
        'a',
        'é',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, slashes) => {
        const segments = below(parts.join(slashes ? '/' : ''), '/dav/books/');
        for (const segment of segments ?? []) {
          expect(segment).toMatch(/^[\x21-\x7e]+$/);
          expect(segment).not.toMatch(/[/?#\\]|%2f|%00/i);
          expect(['.', '..']).not.toContain(segment.replace(/%2e/gi, '.'));
        }
        const path = `/dav/books/${(segments ?? []).join('/')}`;
        expect(new URL(path, 'http://h').pathname.startsWith('/dav/books/')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('means the same whatever was read before it', () => {
    const folder = fc.constantFrom(
      '',
      '/',
      './',
      '/dav/',
      '/DAV/',
      '/dav/a/',
      '/dav/a/../',
      '//h/dav/',
      'http://h/dav/',
      '/x/',
    );
    const name = fc.constantFrom(
      'a',
      'b',
      'b/',
      '..',
      '.',
      '%2e%2E',
      '%2f',
      '%41',
      '%C3%A9',
      'é',
      'a b',
      '',
      'x',
      'dav',
      '%',
    );
    const hrefs = fc.array(fc.tuple(folder, name), { minLength: 2, maxLength: 8 });
    const paths = fc.constantFrom(['/dav/'], ['/dav/a/', '/dav/'], ['/x/', '/dav/b/', '/dav/'], ['/']);
    fc.assert(
      fc.property(hrefs, paths, (some, anchors) => {
        const oneForAll = new Anchors(anchors);
        for (const href of some.map((parts) => parts.join('')))
          expect(oneForAll.read(href)).toEqual(new Anchors(anchors).read(href));
      }),
      { numRuns: 5000 },
    );
  });

  it('of any name, escaped in any way, gives that name back', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((one) => /^[^/\0]+$/.test(one) && !/^\.\.?$/.test(one) && one.isWellFormed() && one.trim() === one);
    fc.assert(
      fc.property(name, fc.boolean(), (one, lower) => {
        const bytes = [...Buffer.from(one)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
        const [segment = ''] = below(`/dav/${lower ? bytes : encodeURIComponent(one)}`) ?? [];
        expect(keyOfSegment(segment)).toBe(one.startsWith('pct:') ? keyOfSegment(bytes) : one);
      }),
    );
  });

  it('gives at a glance, beside another one, what it gives at length, or nothing', () => {
    const part = fc.constantFrom(
      '/',
      '/dav/',
      'dav',
      'a',
      'é',
      ' ',
      '.',
      '..',
      '%2f',
      '%2E',
      '%20',
      '%00',
      '%',
      '?',
      '//',
    );
    const href = fc.oneof(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string(),
    );
    let seenAtAGlance = 0;
    fc.assert(
      fc.property(
        href,
        fc.constantFrom('/dav/x', '/dav/x/', 'http://h/dav/x', 'x', '/dav/d/x', '/dav/'),
        (end, before) => {
          const anchors = new Anchors(['/dav/']);
          anchors.read(before);
          const one = before.replace(/[^/]*\/?$/, '') + end;
          const name = anchors.nameBesideLast(one);
          if (name === undefined) return;
          seenAtAGlance += 1;
          const absolute = anchors.isLastAbsolute;
          expect(new Anchors(['/dav/']).read(one)).toEqual({ segments: [name], absolute, byCase: false });
        },
      ),
      { numRuns: 2_000 },
    );
    expect(seenAtAGlance).toBeGreaterThan(50);
  });

  it('tells the path of the base', () => {
    expect(readHrefPath('http://x/internal/dav', '/dav/')).toBe('/internal/dav/');
    expect(readHrefPath('/', '/dav/')).toBe('/');
    expect(readHrefPath('ftp://x/', '/dav/')).toBeUndefined();
    expect(segmentsOf('/a/../..')).toBeUndefined();
  });
});
