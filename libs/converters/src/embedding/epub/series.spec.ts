import type { SeriesEntry } from '@octavo/domain';
import { MANDATORY, written } from '../testing/package-book.js';

const collection = (id: string, name: string, type = 'series') =>
  `<meta property="belongs-to-collection" id="${id}">${name}</meta>` +
  `<meta refines="#${id}" property="collection-type">${type}</meta>`;
const calibre = (name: string, number?: string) =>
  `<meta name="calibre:series" content="${name}"/>` +
  (number === undefined ? '' : `<meta name="calibre:series_index" content="${number}"/>`);
const column = (name: string) =>
  `<meta name="calibre:user_metadata:#s" content='{"datatype":"series","#value#":"${name}","#extra#":4}'/>`;

async function after(there: string, series: SeriesEntry[], version = '3.0') {
  const result = await written(MANDATORY + there, { series }, { version });
  return { ...result, metadata: result.metadata.replace(MANDATORY, '') };
}

describe('series in EPUB 3', () => {
  it('are collections, and the first is calibre’s too', async () => {
    const { metadata, said } = await after('', [{ name: 'A & B', number: '1.5' }, { name: 'C' }]);
    expect(metadata).toBe(
      collection('series', 'A &amp; B') +
        '<meta refines="#series" property="group-position">1.5</meta>' +
        collection('series-2', 'C') +
        calibre('A &amp; B', '1.5'),
    );
    expect(said.series).toEqual([{ name: 'A & B', number: '1.5' }, { name: 'C' }]);
  });

  it('are only said in calibre’s way where they are known already', async () => {
    const there = `${collection('x', 'A')}<meta refines="#x" property="group-position">01</meta>${collection('y', 'B')}`;
    const { metadata, report } = await after(there, [{ name: 'A', number: '1' }, { name: 'B' }]);
    expect(metadata).toBe(there + calibre('A', '1'));
    expect(report.changed).toEqual(['series']);
  });

  it('change nothing where calibre says them too', async () => {
    const there = collection('x', 'A') + '<meta refines="#x" property="group-position">1</meta>' + calibre('A', '1.0');
    const { metadata, report } = await after(there, [{ name: 'A', number: '1' }]);
    expect([metadata, report.changed]).toEqual([there, []]);
  });

  it('keep the number the book gives when none is known, and lose that of another series', async () => {
    const there = collection('x', 'A') + '<meta refines="#x" property="group-position">2</meta>' + calibre('A', '2');
    expect((await after(there, [{ name: 'A' }, { name: 'B' }])).said.series).toEqual([
      { name: 'A', number: '2' },
      { name: 'B' },
    ]);
    const other = await after(there, [{ name: 'B' }]);
    expect(other.said.series).toEqual([{ name: 'B' }]);
    expect(other.metadata).toBe(calibre('B') + collection('series', 'B'));
  });

  it('are wanted in an order, and those inside others are no exception', async () => {
    const nested = '<meta property="belongs-to-collection" refines="#x">Around</meta>';
    const there = collection('x', 'A') + nested;
    expect((await after(there, [{ name: 'Around' }, { name: 'A' }])).said.series).toEqual([
      { name: 'Around' },
      { name: 'A' },
    ]);
    expect((await after(there, [{ name: 'A' }, { name: 'Around' }])).metadata).toBe(there + calibre('A'));
  });

  it('leave sets and columns of a calibre user alone', async () => {
    const there = collection('x', 'Boxed', 'set') + column('Shelf');
    const { metadata, said } = await after(there, [{ name: 'A', number: '1' }]);
    expect(metadata).toContain(there);
    expect(said.series).toEqual([
      { name: 'A', number: '1' },
      { name: 'Shelf', number: '4' },
    ]);
    expect(metadata).not.toContain('>Shelf<');
  });

  it('stay as they are when a number of theirs is none', async () => {
    const there = calibre('Old', '1');
    const { metadata, report } = await after(there, [{ name: 'A', number: 'Annual 1' }]);
    expect([metadata, report.left]).toEqual([there, ['series']]);
  });
});

describe('series in EPUB 2', () => {
  it('are one, in calibre’s way', async () => {
    const { metadata, said, report } = await after('', [{ name: 'A "B"', number: '2a' }, { name: 'C' }], '2.0');
    expect(metadata).toBe(calibre('A &quot;B&quot;', '2a'));
    expect(said.series).toEqual([{ name: 'A "B"', number: '2a' }]);
    expect(report).toEqual({ changed: ['series'], left: ['series'] });
  });

  it('take the place of the old one', async () => {
    const { metadata } = await after(`${calibre('Old', '3')}${calibre('Older')}`, [{ name: 'A' }], '2.0');
    expect(metadata).toBe(calibre('A'));
  });

  it('are collections where the book has some all the same', async () => {
    const { said } = await after(collection('x', 'Old'), [{ name: 'A' }, { name: 'B', number: '2' }], '2.0');
    expect(said.series).toEqual([{ name: 'A' }, { name: 'B', number: '2' }]);
  });
});
