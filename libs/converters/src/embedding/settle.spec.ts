import { DomainError } from '@octavo/domain';
import type { Said, SaidField } from './said.js';
import { settle, type Settled } from './settle.js';

/** A text that is JSON, read by a reader with whims of its own. */
function settled(before: Said, wanted: Said, whim: (said: Said) => Said = (said) => said): Promise<Settled> {
  const start = JSON.stringify(before);
  return settle({
    before,
    wanted,
    write: (fields, asked) => {
      const written = Object.entries(asked).filter(([field]) => fields.has(field as SaidField));
      return JSON.stringify({ ...(JSON.parse(start) as Said), ...Object.fromEntries(written) });
    },
    read: (text) => Promise.resolve(whim(JSON.parse(text) as Said)),
  });
}

describe('settling what is written', () => {
  it('writes what is not said yet', async () => {
    const result = await settled({ title: 'A', publisher: 'P' }, { title: 'B', publisher: 'P' });
    expect(result).toEqual({
      text: '{"title":"B","publisher":"P"}',
      wanted: { title: 'B', publisher: 'P' },
      written: ['title'],
    });
  });

  it('gives up a field that is read otherwise, and keeps what was there', async () => {
    const wanted = { title: 'B', publisher: 'none', language: 'de' };
    const result = await settled({ publisher: 'P' }, wanted, ({ publisher, ...said }) =>
      publisher === 'none' ? said : { ...said, publisher },
    );
    expect(JSON.parse(result.text)).toEqual({ title: 'B', publisher: 'P', language: 'de' });
    expect(result.wanted).toEqual({ title: 'B', language: 'de' });
  });

  it('writes what is said already where it would not be said any more', async () => {
    const fromSeries = (said: Said): Said => ({ title: said.series?.[0]?.name, ...said });
    const result = await settled(
      fromSeries({ series: [{ name: 'S' }] }),
      { title: 'S', series: [{ name: 'T' }] },
      fromSeries,
    );
    expect(result.wanted).toEqual({ title: 'S', series: [{ name: 'T' }] });
    expect(JSON.parse(result.text)).toEqual({ title: 'S', series: [{ name: 'T' }] });
  });

  it('does not give up what only waits for that', async () => {
    const whim = ({ title, series, ...said }: Said): Said =>
      title ? { title, series, ...said } : { title: series?.[0]?.name, series };
    const wanted = { title: 'S', series: [{ name: 'T' }], publisher: 'P' };
    const { text } = await settle({
      before: { title: 'S', series: [{ name: 'S' }] },
      wanted,
      write: (fields, asked) =>
        JSON.stringify(Object.fromEntries(Object.entries(asked).filter(([field]) => fields.has(field as SaidField)))),
      read: (written) => Promise.resolve(whim(JSON.parse(written) as Said)),
    });
    expect(JSON.parse(text)).toEqual(wanted);
  });

  it('gives up a subtitle that hides its title, and what belongs to a title that is given up', async () => {
    const hiding = (said: Said): Said =>
      said.subtitle ? { ...said, title: said.subtitle, subtitle: undefined } : said;
    expect((await settled({}, { title: 'A', subtitle: 'B' }, hiding)).wanted).toEqual({ title: 'A' });
    const deaf = ({ publisher }: Said): Said => (publisher ? { publisher } : {});
    const wanted = { title: 'A', subtitle: 'B', sortTitle: 'C', publisher: 'P' };
    expect((await settled({}, wanted, deaf)).wanted).toEqual({ publisher: 'P' });
  });

  it('gives up single identifiers', async () => {
    const [isbn, odd] = [
      { scheme: 'isbn', value: '1' },
      { scheme: 'odd', value: '2' },
    ];
    const result = await settled({ identifiers: [] }, { identifiers: [isbn, odd] }, (said) => ({
      identifiers: said.identifiers?.filter(({ scheme }) => scheme !== 'odd'),
    }));
    expect(result.wanted).toEqual({ identifiers: [isbn] });
  });

  it('writes nothing at the cost of what nobody asked for', async () => {
    const done = settled({ publisher: 'P' }, { language: 'de' }, ({ language, publisher }) =>
      language ? { language } : { publisher },
    );
    await expect(done).rejects.toThrow(DomainError);
    await expect(done).rejects.toMatchObject({
      code: 'conversion.failed',
      message: expect.stringContaining('publisher'),
    });
  });

  it('lets go what follows from a new title', async () => {
    const before = { title: 'A', sortTitle: 'A, An', description: 'B' };
    const result = await settled(before, { title: 'B' }, ({ title }) => ({ title }));
    expect(result.written).toEqual(['title']);
  });
});
