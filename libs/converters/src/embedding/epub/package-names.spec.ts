import { asking, embedded, packageIn, saidIn } from '../testing/embedded.js';
import { bookOf, MANDATORY, packageOf } from '../testing/package-book.js';

const DC = 'http://purl.org/dc/elements/1.1/';
const OPF = 'http://www.idpf.org/2007/opf';
const KNOWN = asking({
  publisher: 'House',
  contributors: [{ name: 'Ann Bee', role: 'author' }],
  series: [{ name: 'S' }],
});

async function writtenInto(opf: string): Promise<string> {
  const { bytes, report } = await embedded(bookOf(opf), KNOWN);
  expect(report.left).toEqual([]);
  expect(await saidIn(bytes)).toMatchObject({ publisher: 'House', series: [{ name: 'S' }] });
  return packageIn(bytes);
}

describe('names in a package document', () => {
  it('have the prefixes in use', async () => {
    const opf = `<opf:package xmlns:opf="${OPF}" xmlns:d="${DC}" version="2.0"><opf:metadata><d:title>E</d:title></opf:metadata><opf:manifest/><opf:spine/></opf:package>`;
    expect(await writtenInto(opf)).toBe(
      opf.replace(
        '</d:title>',
        '</d:title><d:creator opf:role="aut">Ann Bee</d:creator><d:publisher>House</d:publisher>' +
          '<opf:meta name="calibre:series" content="S"/>',
      ),
    );
  });

  it('have none where the metadata is all Dublin Core', async () => {
    const section = `xmlns="${DC}" xmlns:o="${OPF}"`;
    const text = await writtenInto(packageOf('<title>E</title>', { version: '2.0', section }));
    expect(text).toContain('<title>E</title><creator o:role="aut">Ann Bee</creator><publisher>House</publisher>');
  });

  it('are declared where nobody has', async () => {
    const text = await writtenInto(packageOf(MANDATORY, { version: '2.0', section: 'id="m"' }));
    expect(text).toContain(`<metadata id="m" xmlns:opf="${OPF}" xmlns:dc="${DC}">`);
    const each = MANDATORY.replace(/<dc:\w+/g, `$& xmlns:dc="${DC}"`);
    expect(await writtenInto(packageOf(each, { section: '' }))).toContain(`<metadata xmlns:dc="${DC}">`);
  });

  it('are those of OEB 1 where the book is of its time', async () => {
    const opf = packageOf(
      `<dc-metadata xmlns:dc="${DC}" xmlns:oebpackage="http://openebook.org/namespaces/oeb-package/1.0/"><dc:Title>E</dc:Title><dc:Identifier id="uid">1</dc:Identifier></dc-metadata><x-metadata><meta name="x" content="y"/></x-metadata>`,
      { version: '1.0', section: '' },
    );
    expect(await writtenInto(opf)).toBe(
      opf
        .replace(
          '</dc-metadata>',
          '<dc:Creator role="aut">Ann Bee</dc:Creator><dc:Publisher>House</dc:Publisher></dc-metadata>',
        )
        .replace('content="y"/>', 'content="y"/><meta name="calibre:series" content="S"/>'),
    );
  });

  it('are capital where the book writes them so', async () => {
    const opf = packageOf(`<DC:Title>E</DC:Title>`, { version: '2.0', section: `xmlns:DC="${DC}"` });
    expect(await writtenInto(opf)).toContain('<DC:Title>E</DC:Title><DC:Creator role="aut">Ann Bee</DC:Creator>');
  });
});
