import type { Contributor } from '@octavo/domain';
import { MANDATORY, written } from '../testing/package-book.js';

const people = (...contributors: Contributor[]) => ({ contributors });
const AUSTEN: Contributor = { name: 'Jane Austen', role: 'author' };
const SORTED: Contributor = { ...AUSTEN, sortName: 'Austen, Jane' };
const TRANSLATOR: Contributor = { name: 'Ann Bee', role: 'translator' };

/** What stands behind the mandatory fields. */
async function after(there: string, contributors: Contributor[], version = '3.0'): Promise<string> {
  const { metadata, report } = await written(MANDATORY + there, people(...contributors), { version });
  expect(report.left).toEqual([]);
  return metadata.replace(MANDATORY, '');
}

describe('people in EPUB 3', () => {
  it('are creators and contributors with what refines them', async () => {
    expect(await after('', [SORTED, TRANSLATOR, { name: 'C. Dee', role: 'other' }])).toBe(
      '<dc:creator id="creator">Jane Austen</dc:creator>' +
        '<meta refines="#creator" property="role" scheme="marc:relators">aut</meta>' +
        '<meta refines="#creator" property="file-as">Austen, Jane</meta>' +
        '<dc:contributor id="contributor">Ann Bee</dc:contributor>' +
        '<meta refines="#contributor" property="role" scheme="marc:relators">trl</meta>' +
        '<dc:contributor>C. Dee</dc:contributor>',
    );
  });

  it('stay as they are where they are wanted, and only get what they lack', async () => {
    const austen =
      '<dc:creator id="a">Jane Austen</dc:creator><meta refines="#a" property="alternate-script">ジェイン</meta>';
    expect(await after(austen, [SORTED, TRANSLATOR])).toBe(
      '<dc:creator id="a">Jane Austen</dc:creator>' +
        '<meta refines="#a" property="role" scheme="marc:relators">aut</meta>' +
        '<meta refines="#a" property="file-as">Austen, Jane</meta>' +
        '<meta refines="#a" property="alternate-script">ジェイン</meta>' +
        '<dc:contributor id="contributor">Ann Bee</dc:contributor>' +
        '<meta refines="#contributor" property="role" scheme="marc:relators">trl</meta>',
    );
  });

  it('go with all that refines them where they are not', async () => {
    const there =
      '<dc:creator id="a">Gone</dc:creator><meta refines="#a" property="role" id="r">aut</meta>' +
      '<meta refines="#r" property="x">y</meta><link rel="x" refines="#a" href="z"/><!-- a note -->' +
      '<dc:creator id="b">Jane Austen</dc:creator><meta refines="#b" property="role">aut</meta>' +
      '<meta property="media:narrator">Gone Too</meta>';
    expect(await after(there, [AUSTEN])).toBe(
      '<!-- a note --><dc:creator id="b">Jane Austen</dc:creator><meta refines="#b" property="role">aut</meta>',
    );
  });

  it('stand in the order they are wanted in, without an order of another list', async () => {
    const there =
      '<dc:creator id="a">Ann Bee</dc:creator><meta refines="#a" property="display-seq">2</meta>' +
      '<dc:creator id="b">Jane Austen</dc:creator><meta refines="#b" property="display-seq">1</meta>';
    const bee: Contributor = { ...TRANSLATOR, role: 'author' };
    const { metadata, said } = await written(MANDATORY + there, people(bee, AUSTEN));
    expect(said.contributors).toEqual([bee, AUSTEN]);
    expect(metadata).not.toContain('display-seq');
    const swapped = await written(MANDATORY + there.replace(/<meta[^/]*\/meta>/g, ''), people(AUSTEN, bee));
    expect(swapped.said.contributors).toEqual([AUSTEN, bee]);
  });

  it('are each one of their own, even where one element named several', async () => {
    const text = await after('<dc:creator>Jane Austen &amp; Ann Bee</dc:creator>', [AUSTEN]);
    expect(text).toMatch(/^<dc:creator id="creator">Jane Austen<\/dc:creator><meta [^>]*role/);
  });

  it('do not count the makers of the file', async () => {
    const maker = '<dc:contributor id="m">calibre (7.0)</dc:contributor><meta refines="#m" property="role">bkp</meta>';
    expect(await after(maker, [AUSTEN])).toContain(maker);
  });

  it('of comics are called what they do', async () => {
    expect(await after('', [{ name: 'Penny C', role: 'inker' }])).toBe(
      '<dc:contributor id="contributor">Penny C</dc:contributor><meta refines="#contributor" property="role">inker</meta>',
    );
  });

  it('share no refinements that were meant for one of two elements with the same id', async () => {
    const austen = '<dc:creator id="a">Jane Austen</dc:creator><meta refines="#a" property="role">ill</meta>';
    const there = `<dc:creator id="a">Gone</dc:creator>${austen}`;
    expect(await after(there, [{ name: 'Jane Austen', role: 'illustrator' }])).toBe(austen);
  });

  it('are left as they are when one of them would be read as two', async () => {
    const there = '<dc:creator>Jane Austen</dc:creator>';
    const { metadata, report } = await written(
      MANDATORY + there,
      people({ name: 'Ann Bee & Carl Dee', role: 'author' }),
    );
    expect(metadata).toBe(MANDATORY + there);
    expect(report).toEqual({ changed: [], left: ['contributors'] });
  });
});

describe('people in EPUB 2', () => {
  it('are creators and contributors with attributes', async () => {
    expect(await after('', [SORTED, TRANSLATOR], '2.0')).toBe(
      '<dc:creator opf:role="aut" opf:file-as="Austen, Jane">Jane Austen</dc:creator>' +
        '<dc:contributor opf:role="trl">Ann Bee</dc:contributor>',
    );
  });

  it('stay as they are where they are wanted', async () => {
    const illustrator = `<dc:creator opf:role='ill'>Ann Bee</dc:creator>`;
    const there = `<dc:creator>Jane Austen</dc:creator>${illustrator}<dc:creator opf:role="edt">Gone</dc:creator>`;
    const wanted: Contributor[] = [
      SORTED,
      { name: 'Ann Bee', role: 'illustrator' },
      { name: 'C. Dee', role: 'illustrator' },
    ];
    expect(await after(there, wanted, '2.0')).toBe(
      '<dc:creator opf:role="aut" opf:file-as="Austen, Jane">Jane Austen</dc:creator>' +
        `${illustrator}<dc:creator opf:role="ill">C. Dee</dc:creator>`,
    );
  });
});
