import type { OfferedFile } from '@octavo/database';
import type { DavFolder } from './dav-tree.js';
import { folderPage } from './folder-page.js';
import type { Wanted } from './read-propfind.js';
import { type Told, writeMultistatus } from './write-multistatus.js';

const file: OfferedFile = {
  ...{ id: 'f', bookId: 'b', title: 'Emma', number: null, format: 'epub', path: 'e.epub', disc: null, track: null },
  size: 1_234n,
  fingerprint: 'a1b2',
  mtimeNs: 1_700_000_000_123_456_789n,
  addedAt: new Date('2026-11-22T01:02:03Z'),
};
const emma: Told = { href: '/dav/Tom%20%26%20J.epub', node: { kind: 'file', name: 'Tom & J.epub', file } };
const folder = { kind: 'folder', name: '<x>', changedAt: new Date('2026-11-22T01:02:03Z') } as unknown as DavFolder;
const books: Told = { href: '/dav/', node: folder };

const written = (things: Told[], wanted: Wanted) => [...writeMultistatus(things, wanted)].join('');
const these = (...names: [uri: string, local: string][]): Wanted => ({
  kind: 'these',
  names: names.map(([uri, local]) => ({ uri, local })),
});

describe('a multistatus', () => {
  it('tells all that is known of a file', () => {
    expect(written([emma], { kind: 'all', also: [] })).toBe(`<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:">
<D:response><D:href>/dav/Tom%20%26%20J.epub</D:href><D:propstat><D:prop><D:displayname>Tom &amp; J.epub</D:displayname>\
<D:resourcetype/><D:getcontentlength>1234</D:getcontentlength><D:getcontenttype>application/epub+zip</D:getcontenttype>\
<D:getetag>&quot;a1b2&quot;</D:getetag><D:getlastmodified>Tue, 14 Nov 2023 22:13:20 GMT</D:getlastmodified>\
<D:creationdate>2026-11-22T01:02:03.000Z</D:creationdate></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
</D:multistatus>
`);
  });

  it('tells of a folder that it is one, and when it changed', () => {
    const xml = written([books], { kind: 'all', also: [] });
    expect(xml).toContain('<D:resourcetype><D:collection/></D:resourcetype>');
    expect(xml).toContain('<D:displayname>&lt;x&gt;</D:displayname>');
    expect(xml).not.toMatch(/getcontentlength|getetag|404/);
  });

  it('tells what was asked for, and of the rest that it is not there, under its own name', () => {
    const xml = written([emma], these(['DAV:', 'getetag'], ['http://a.example/?x&y', 'colour'], ['', 'plain']));
    expect(xml).toContain('<D:prop><D:getetag>&quot;a1b2&quot;</D:getetag></D:prop><D:status>HTTP/1.1 200 OK');
    expect(xml).toContain(
      '<D:prop><x:colour xmlns:x="http://a.example/?x&amp;y"/><plain/></D:prop><D:status>HTTP/1.1 404 Not Found',
    );
    expect(xml).not.toContain('displayname');
  });

  it('takes nobody’s property for its own because of its name', () => {
    const xml = written([emma], these(['urn:other', 'getetag']));
    expect(xml).toContain('<x:getetag xmlns:x="urn:other"/></D:prop><D:status>HTTP/1.1 404');
    expect(xml).not.toContain('a1b2');
  });

  it('is complete where nothing of it is there, nothing was asked for, or only names were', () => {
    expect(written([books], these(['DAV:', 'getetag']))).not.toContain('200 OK');
    expect(written([books], these())).toContain('<D:prop></D:prop><D:status>HTTP/1.1 200 OK');
    const names = written([emma], { kind: 'names' });
    expect(names).toContain('<D:getcontentlength/>');
    expect(names).not.toContain('1234');
  });

  it('tells of more than all only what there is none of', () => {
    const also = [
      { uri: 'DAV:', local: 'getetag' },
      { uri: 'DAV:', local: 'lockdiscovery' },
    ];
    const xml = written([emma], { kind: 'all', also });
    expect(xml.match(/getetag>/g)).toHaveLength(2);
    expect(xml).toContain('<D:lockdiscovery/></D:prop><D:status>HTTP/1.1 404 Not Found');
  });

  it('comes in pieces, whatever its length', () => {
    const pieces = [...writeMultistatus(new Array<Told>(250).fill(emma), { kind: 'all', also: [] })];
    expect(pieces).toHaveLength(5);
    expect(pieces.join('').match(/<D:response>/g)).toHaveLength(250);
  });
});

describe('the page of a folder', () => {
  it('lists links, and nothing of a title is markup', () => {
    const page = [...folderPage('<script>', [emma, books])].join('');
    expect(page).toContain('<h1>&lt;script&gt;</h1>');
    expect(page).toContain('<li><a href="/dav/Tom%20%26%20J.epub">Tom &amp; J.epub</a></li>');
    expect(page).toContain('<li><a href="/dav/">&lt;x&gt;/</a></li>');
  });
});
