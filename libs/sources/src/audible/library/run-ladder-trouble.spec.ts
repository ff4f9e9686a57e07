import { asinOf, breakOff, ModelLibrary, reply, shelf, type ModelItem } from './testing/model-library.js';
import { Keeper, readAll as read, Visit } from './testing/visit.js';

const undated = { purchase_date: null };

describe('a server in trouble', () => {
  it('halves its pages where large ones break it', async () => {
    const instead = (_: number, query: URLSearchParams) =>
      Number(query.get('num_results')) > 250
        ? reply({ message: 'Whoops! Looks like something went wrong.' }, 500)
        : undefined;
    const { end, missing, library } = await read(shelf(1800), { instead });
    expect([end.complete, missing]).toEqual([true, 0]);
    expect([...new Set(library.asked.map((query) => query.get('num_results')))]).toEqual(['1000', '500', '250', '50']);
  });

  it('halves in the middle of counted pages without losing a title', async () => {
    const instead = (call: number, query: URLSearchParams) =>
      call > 3 && Number(query.get('num_results')) > 300 ? reply({}, 500) : undefined;
    const { end, missing } = await read(
      shelf(4000, () => undated),
      { instead },
    );
    expect([end.complete, missing]).toEqual([true, 0]);
  });

  it('gives up where not even small pages are to be had', async () => {
    const library = new ModelLibrary(shelf(10), { instead: () => reply('{}', 500) });
    const walking = new Keeper().walk(new Visit(library.ask));
    await expect(walking).rejects.toMatchObject({ reason: 'server_error', status: 500 });
    expect(library.asked.at(-1)?.get('num_results')).toBe('50');
  });

  it('gets by where windows or the depth of pages are refused', async () => {
    const noWindows = (_: number, query: URLSearchParams) =>
      query.has('purchased_after')
        ? reply({ message: "1 validation error detected: Value at 'purchasedAfter'" }, 400)
        : undefined;
    expect((await read(shelf(6000), { instead: noWindows })).end.complete).toBe(true);
    const shallow = (_: number, query: URLSearchParams) =>
      Number(query.get('page')) > 3 ? reply({ message: 'Implied library size is unsupported' }, 400) : undefined;
    expect(
      (
        await read(
          shelf(5500, () => undated),
          { instead: shallow },
        )
      ).end.complete,
    ).toBe(true);
    const chainRefused = (_: number, query: URLSearchParams) =>
      query.has('continuation_token') ? reply({ message: 'no' }, 400) : undefined;
    expect((await read(shelf(5500), { instead: chainRefused, chain: 'offered' })).end.complete).toBe(true);
  });

  it('does not ask twice with a group that is not known', async () => {
    const words = 'Invalid response group: nonsense';
    const library = new ModelLibrary(shelf(5), { instead: () => reply({ message: words }, 400) });
    const walking = new Keeper().walk(new Visit(library.ask));
    await expect(walking).rejects.toMatchObject({ reason: 'rejected', message: expect.stringContaining(words) });
    expect(library.asked).toHaveLength(1);
  });

  const bare = (rows: unknown[]) => rows.map((row) => ({ ...(row as ModelItem), title: null }));

  it('asks again for a page without titles', async () => {
    const { end, visit, calls } = await read(shelf(20), { dress: (rows, call) => (call < 3 ? bare(rows) : rows) });
    expect([end.complete, end.partial, calls, end.calls]).toEqual([true, false, 3, 3]);
    expect(visit.clock.slept.filter((ms) => ms >= 1000)).toEqual([1000, 3000]);
  });

  it('takes the page as it is after three more', async () => {
    const { end, keeper, visit } = await read(shelf(20), { dress: bare });
    expect(end).toMatchObject({ complete: true, partial: true, mayConcludeAbsence: false, calls: 4 });
    expect(visit.clock.slept.filter((ms) => ms >= 1000)).toEqual([1000, 3000, 10_000]);
    expect(keeper.pages).toBe(1);
  });

  it('ends within its guard whatever a server makes up', async () => {
    let made = 0;
    const endless = {
      dress: (rows: unknown[]) => rows.map(() => ({ asin: asinOf((made += 1)), title: 'T', purchase_date: null })),
    };
    const { end, calls } = await read(shelf(5000), { ...endless, noTotal: true });
    expect([end.complete, calls <= 200]).toEqual([false, true]);
    const lying = await read(shelf(2100), {
      instead: (_, query) => {
        const honest = new ModelLibrary(shelf(2100)).answer(`/1.0/library?${query.toString()}`);
        return { ...honest, headers: { 'total-count': '900000' } };
      },
    });
    expect([lying.end.complete, lying.missing, lying.calls < 20]).toEqual([false, 0, true]);
  });
});

describe('going on after being killed', () => {
  it('ends with the same titles wherever the worker died', async () => {
    for (let dies = 1; dies <= 8; dies += 1) {
      const library = new ModelLibrary(shelf(5000), {
        instead: (call) => (call === dies ? breakOff() : undefined),
      });
      const keeper = new Keeper();
      await keeper.walk(new Visit(library.ask)).catch(() => undefined);
      const end = await keeper.walk(new Visit(library.ask));
      expect([end.complete, keeper.met.size, end.seen]).toEqual([true, 5000, 5000]);
    }
  });

  it('stops within one call once aborted, and keeps its state small', async () => {
    const controller = new AbortController();
    const library = new ModelLibrary(shelf(25_000), {
      before: (call) => call === 4 && controller.abort(new Error('enough')),
    });
    const keeper = new Keeper();
    await expect(keeper.walk(new Visit(library.ask), controller.signal)).rejects.toThrow('enough');
    expect([library.asked.length, keeper.kept.length < 1000]).toEqual([4, true]);
  });
});
