import { readPropfind } from './read-propfind.js';

const read = (xml: string) => readPropfind(Buffer.from(xml));
const ask = (inner: string, attributes = 'xmlns="DAV:"') => read(`<propfind ${attributes}>${inner}</propfind>`);
const dav = (local: string) => ({ uri: 'DAV:', local });
const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('the question of a PROPFIND', () => {
  it.each([
    ['nothing', undefined],
    ['no bytes', Buffer.alloc(0)],
  ])('of %s asks for everything', (_what, body) => expect(readPropfind(body)).toEqual({ kind: 'all', also: [] }));

  it('names what it wants to know, by namespace whatever the prefix, each once', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><a:propfind xmlns:a="DAV:" xmlns:oc="http://owncloud.org/ns">
      <a:prop><a:getetag/><oc:fileid/><plain xmlns=""/><a:getetag/><a:resourcetype>
      <a:displayname/></a:resourcetype></a:prop></a:propfind>`;
    expect(read(xml)).toEqual({
      kind: 'these',
      names: [
        dav('getetag'),
        { uri: 'http://owncloud.org/ns', local: 'fileid' },
        { uri: '', local: 'plain' },
        dav('resourcetype'),
      ],
    });
  });

  it('may ask for all, for all and more, for names only, and say what we do not know', () => {
    expect(ask('<allprop/>')).toEqual({ kind: 'all', also: [] });
    expect(ask('<allprop/><include><getetag/></include>')).toEqual({ kind: 'all', also: [dav('getetag')] });
    expect(ask('<x:unheard xmlns:x="of"><prop/></x:unheard><propname/>')).toEqual({ kind: 'names' });
    expect(ask('<prop/>')).toEqual({ kind: 'these', names: [] });
  });

  it.each([
    ['is no XML', 'nonsense'],
    ['is cut off', '<propfind xmlns="DAV:"><prop>'],
    ['has no end', '<propfind xmlns="DAV:"><allprop></propfind>'],
    ['has an undeclared prefix', '<propfind xmlns="DAV:"><prop><x:y/></prop></propfind>'],
    ['is something else', '<propertyupdate xmlns="DAV:"><allprop/></propertyupdate>'],
    ['is not of DAV:', '<propfind><allprop/></propfind>'],
    ['asks for nothing', '<propfind xmlns="DAV:"/>'],
    ['asks twice', '<propfind xmlns="DAV:"><allprop/><propname/></propfind>'],
    ['has a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><propfind xmlns="DAV:"><allprop/></propfind>'],
    ['uses an entity', '<propfind xmlns="DAV:"><prop><a>&bomb;</a></prop></propfind>'],
    ['asks for XML itself', '<propfind xmlns="DAV:"><prop><xml:lang/></prop></propfind>'],
    ['is nested without end', `<propfind xmlns="DAV:">${'<a>'.repeat(30)}${'</a>'.repeat(30)}</propfind>`],
    ['asks for too much', `<propfind xmlns="DAV:"><prop>${manyProps(101)}</prop></propfind>`],
    ['has a name without end', `<propfind xmlns="DAV:"><prop><${'x'.repeat(300)}/></prop></propfind>`],
  ])('that %s is refused', (_what, xml) => expect(problemOf(() => read(xml))).toBe('request.invalid'));

  it('of a hundred properties is answered; one that is no UTF-8 or too large is not', () => {
    expect(ask(`<prop>${manyProps(100)}</prop>`)).toMatchObject({ kind: 'these', names: { length: 100 } });
    expect(problemOf(() => readPropfind(Buffer.from([0x3c, 0xe9, 0x3e])))).toBe('request.invalid');
    expect(problemOf(() => read(' '.repeat(64 * 1024 + 1)))).toBe('request.too-large');
  });
});

function manyProps(count: number): string {
  return Array.from({ length: count }, (_, at) => `<p${at}/>`).join('');
}
