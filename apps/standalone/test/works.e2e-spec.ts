import { anEpub, anItem, aSeriesProduct } from '@octavo/testing';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';
import { until } from './house.js';

const novel = (title: string, by: string) => anEpub().titled(title).by(by).withChapters(2).build();
const heard = (asin: string, title: string, name: string, more: object = {}) =>
  anItem({
    ...{
      asin,
      title,
      subtitle: null,
      authors: [{ asin: null, name }],
      narrators: [{ asin: null, name: 'Tomas Reed' }],
    },
    ...{ series: [], publication_name: null, language: 'english', runtime_length_min: 680, percent_complete: 41 },
    ...more,
  });

describe('works', () => {
  let at: AudibleHouse;
  beforeAll(async () => {
    const items = [
      heard('B0EMMA0001', 'Emma', 'Jane Austen'),
      heard('B0OTHER001', 'Emma', 'Alexander McCall Smith'),
      heard('B0GLASS002', 'The Glass Orchard', 'Mira Holt', {
        series: [{ asin: 'B0SERIES01', title: 'Orchard Saga', sequence: '2', url: null }],
      }),
    ];
    at = await startAudibleHouse({ libraries: { us: items } });
    at.audible.catalogue(
      aSeriesProduct('B0SERIES01', 'Orchard Saga', { B0GLASS001: '1', B0GLASS002: '2', B0GLASS003: '3' }),
      anItem({ asin: 'B0GLASS001', title: 'The First Orchard' }),
      anItem({ asin: 'B0GLASS003', title: 'The Last Orchard' }),
    );
    await at.house.drop('Emma.epub', novel('Emma', 'Jane Austen'));
    await at.connect();
    await until('the ebook to be there', async () => (await at.titles()).length === 4);
  });
  afterAll(() => at?.close());

  const idOf = async (title: string, medium: 'ebook' | 'audiobook', author: string) => {
    const { body } = await at.house.admin.get('/api/books?limit=50');
    const book = body.items.find(
      (one: { title: string; files: unknown[]; contributors: { name: string }[] }) =>
        one.title === title &&
        one.files.length > 0 === (medium === 'ebook') &&
        one.contributors.some(({ name }) => name === author),
    );
    return book.id as string;
  };
  const forms = async (id: string) => (await at.house.admin.get(`/api/books/${id}/forms`)).body;

  it('tie the audiobook that was bought to the ebook in the folder, and no other of that name', async () => {
    const ebook = await idOf('Emma', 'ebook', 'Jane Austen');
    const audiobook = await idOf('Emma', 'audiobook', 'Jane Austen');
    const found = await until('the tie', async () => {
      const all = await forms(ebook);
      return all.forms.length > 0 && all;
    });
    expect(found.forms).toHaveLength(1);
    expect(found.forms[0]).toMatchObject({
      ...{ bookId: audiobook, medium: 'audiobook', durationSec: 680 * 60, heardPercent: 41, narrators: ['Tomas Reed'] },
    });
    expect((await forms(audiobook)).forms[0]).toMatchObject({ bookId: ebook, medium: 'ebook' });
    expect((await forms(await idOf('Emma', 'audiobook', 'Alexander McCall Smith'))).forms).toEqual([]);
  });

  it('are untied by whoever knows better, and stay so', async () => {
    const ebook = await idOf('Emma', 'ebook', 'Jane Austen');
    const audiobook = await idOf('Emma', 'audiobook', 'Jane Austen');
    expect((await at.house.admin.post('/api/works/untie', { bookId: ebook })).status).toBe(204);
    expect((await forms(ebook)).forms).toEqual([]);
    await at.house.admin.patch(`/api/books/${ebook}`, { publisher: 'Another' });
    await until('another comparison', async () => {
      const [row] = await at.house.sql<{ done: boolean }>(
        'select compared_at >= updated_at as done from book where id = $1',
        [ebook],
      );
      return row!.done;
    });
    expect((await forms(ebook)).forms).toEqual([]);
    expect((await at.house.admin.post('/api/works/tie', { bookId: ebook, otherId: audiobook })).status).toBe(204);
    expect((await forms(ebook)).forms).toHaveLength(1);
  });

  it('are suggested where it is not certain, and the word of a person settles it', async () => {
    await at.house.drop(
      'orchard.epub',
      anEpub().titled('The Glass Orchard').by('Mira Holt').inLanguage('de').withChapters(2).build(),
    );
    const audiobook = await idOf('The Glass Orchard', 'audiobook', 'Mira Holt');
    const [suggestion] = await until('something to be said', async () => {
      const { suggestions } = await forms(audiobook);
      return suggestions.length > 0 && suggestions;
    });
    expect(suggestion).toMatchObject({ medium: 'ebook', language: 'de' });
    const { body } = await at.house.admin.get('/api/works/suggestions');
    expect(body.items).toHaveLength(1);
    expect(body.items[0].reasons.join(' ')).toMatch(/language/);
    const pair = { bookId: audiobook, otherId: suggestion.bookId };
    expect((await at.house.admin.post('/api/works/decline', pair)).status).toBe(204);
    expect((await forms(audiobook)).suggestions).toEqual([]);
    expect((await at.house.admin.post('/api/works/decline', pair)).status).toBe(404);
  });

  it('of a series that are not yet in the library are told by number', async () => {
    const found = await until('the series', async () => {
      const { body } = await at.house.admin.get('/api/audible/series');
      return body.series.length > 0 && body.series;
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      ...{ country: 'us', asin: 'B0SERIES01', title: 'Orchard Saga', have: 1 },
      missing: [
        { number: '1', asin: 'B0GLASS001', title: 'The First Orchard' },
        { number: '3', asin: 'B0GLASS003' },
      ],
    });
  });
});
