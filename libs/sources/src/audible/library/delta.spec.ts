import { runDelta, type DeltaOutcome } from './delta.js';
import type { LibraryPage } from './read-page.js';
import { ModelLibrary, reply, shelf, type ModelManners } from './testing/model-library.js';
import { GROUPS, Visit } from './testing/visit.js';

async function delta(count: number, manners: ModelManners = {}) {
  const library = new ModelLibrary(shelf(count), manners);
  const visit = new Visit(library.ask);
  const pages: LibraryPage[] = [];
  const onPage = (page: LibraryPage) => Promise.resolve(void pages.push(page));
  const outcome: DeltaOutcome = await runDelta(visit.client, { stateToken: '100', groups: GROUPS, onPage });
  return { outcome, pages, library, visit };
}

describe('asking for changes', () => {
  it('sends the token and asks for what went as well', async () => {
    const { outcome, library } = await delta(0, { stateToken: '100' });
    expect(outcome).toEqual({ kind: 'listed', stateToken: '100', rows: 0, pages: 1, partial: false });
    expect(Object.fromEntries(library.asked[0] ?? [])).toMatchObject({
      state_token: '100',
      status: 'Active,Revoked',
      include_pending: 'true',
      response_groups: GROUPS,
    });
  });

  it.each<[string, number, ModelManners, number]>([
    ['one page', 900, {}, 1],
    ['pages by number', 2300, {}, 3],
    ['pages by token', 2300, { chain: 'demanded' }, 3],
    ['pages without a total', 2300, { noTotal: true }, 3],
  ])('reads %s', async (_, count, manners, pages) => {
    let call = 0;
    const before = () => void (manners.stateToken = String(200 + (call += 1)));
    manners.before = before;
    const { outcome } = await delta(count, manners);
    expect(outcome).toMatchObject({ kind: 'listed', rows: count, pages, stateToken: '201' });
  });

  it('keeps the old token where a new one is not told, or "0"', async () => {
    expect((await delta(3)).outcome).toMatchObject({ stateToken: '100' });
    expect((await delta(3, { stateToken: '0' })).outcome).toMatchObject({ stateToken: '100' });
  });

  it('is stale where the server does not take the token', async () => {
    const refused = reply({ message: "1 validation error detected: Value '100' at 'stateToken' failed" }, 400);
    expect((await delta(3, { instead: () => refused })).outcome).toEqual({ kind: 'stale' });
    const unknown = reply({ message: 'Invalid response group: x' }, 400);
    await expect(delta(3, { instead: () => unknown })).rejects.toMatchObject({ reason: 'rejected' });
  });

  it('is incomplete where not all can be had', async () => {
    expect((await delta(2300, { ignoresPage: true })).outcome).toMatchObject({ kind: 'incomplete' });
    const refused = (call: number) => (call === 2 ? reply({}, 400) : undefined);
    expect((await delta(2300, { instead: refused })).outcome).toMatchObject({ kind: 'incomplete', pages: 1 });
  });

  it('halves its pages where they are too much, and asks again for titles', async () => {
    const heavy = (_: number, query: URLSearchParams) =>
      Number(query.get('num_results')) > 500 ? reply({}, 500) : undefined;
    expect((await delta(1200, { instead: heavy })).outcome).toMatchObject({ kind: 'listed', rows: 1200, pages: 3 });
    const bare = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), title: null }));
    const { outcome, visit } = await delta(4, { dress: bare });
    expect(outcome).toMatchObject({ kind: 'listed', partial: true, pages: 1 });
    expect(visit.clock.slept.filter((ms) => ms >= 1000)).toEqual([1000, 3000, 10_000]);
    const revoked = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), title: null, status: 'Revoked' }));
    expect((await delta(4, { dress: revoked })).outcome).toMatchObject({ partial: false });
  });
});
