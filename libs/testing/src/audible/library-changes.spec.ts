import type { AudibleManners } from './audible-manners.js';
import { FakeAudible } from './fake-audible.js';
import { ask, numbered, page, titles } from './testing/asking.js';

let audible: FakeAudible;

async function start(count: number, manners: AudibleManners = {}): Promise<void> {
  audible = await FakeAudible.start({ ...manners, libraries: { us: titles(count) } });
}

afterEach(() => audible.close());

const library = (query: Record<string, string | number> = {}) => {
  const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return page(audible, `/1.0/library?${new URLSearchParams(texts).toString()}`);
};

describe('continuation', () => {
  const whole = async (query: Record<string, string | number>) => {
    const found: string[][] = [];
    for (let token: string | undefined = '', calls = 0; token !== undefined && calls < 10; calls++) {
      const { asins, headers } = await library({ ...query, ...(token && { continuation_token: token }) });
      found.push(asins);
      token = headers['continuation-token']?.toString();
    }
    return found;
  };

  test('leads to the end, one page after the other', async () => {
    await start(5, { continuation: 'offered' });
    expect(await whole({ num_results: 2 })).toEqual([
      [numbered(5), numbered(4)],
      [numbered(3), numbered(2)],
      [numbered(1)],
    ]);
    expect((await library({ num_results: 2, page: 2 })).status).toBe(200);
  });

  test('is of one question alone', async () => {
    await start(5, { continuation: 'offered' });
    const token = (await library({ num_results: 2 })).headers['continuation-token']?.toString() ?? '';
    const other = `/1.0/library?num_results=2&sort_by=Title&continuation_token=${token}`;
    expect((await ask(audible, other)).status).toBe(400);
  });

  test('may be the only way', async () => {
    await start(5, { continuation: 'required' });
    expect((await ask(audible, '/1.0/library?page=1')).status).toBe(400);
    expect((await whole({ num_results: 3 })).flat()).toHaveLength(5);
  });

  test('may end where pages do', async () => {
    await start(5, { continuation: 'offered', continuationDeepest: 4 });
    const token = (await library({ num_results: 4 })).headers['continuation-token']?.toString() ?? '';
    expect((await ask(audible, `/1.0/library?num_results=4&continuation_token=${token}`)).status).toBe(400);
  });
});

describe('what changed', () => {
  const tokenNow = async () => (await library()).headers['state-token']?.toString() ?? '';
  const since = (state_token: string) => library({ state_token, status: 'Active,Revoked' });

  test('nothing: no titles, the same token', async () => {
    await start(3);
    const token = await tokenNow();
    const { items, headers } = await since(token);
    expect([items, headers['total-count'], headers['state-token']]).toEqual([[], '0', token]);
  });

  test('titles bought, changed, taken away and given back are told, and the token moves', async () => {
    await start(3);
    const token = await tokenNow();
    audible.library().add({ asin: 'B0BOUGHT01' });
    audible.library().change(numbered(1), { title: 'Other' });
    audible.library().revoke(numbered(2));
    const told = await since(token);
    expect(told.items.map(({ asin, status }) => [asin, status]).sort()).toEqual([
      [numbered(1), 'Active'],
      [numbered(2), 'Revoked'],
      ['B0BOUGHT01', undefined],
    ]);
    const later = told.headers['state-token']?.toString() ?? '';
    expect(Number(later)).toBeGreaterThan(Number(token));
    expect((await library({ state_token: token })).asins).not.toContain(numbered(2));
    audible.library().restore(numbered(2));
    const [back] = (await since(later)).items;
    expect([back?.asin, back?.status]).toEqual([numbered(2), 'Active']);
  });

  test('progress, stars and what is gone without a word are not told', async () => {
    await start(2);
    const token = await tokenNow();
    audible.library().change(numbered(1), { percent_complete: 50, is_finished: false, rating: null });
    audible.library().remove(numbered(2));
    const { items, headers } = await since(token);
    expect([items, headers['state-token']]).toEqual([[], token]);
    const [left, ...others] = (await library({ response_groups: 'percent_complete' })).items;
    expect([left?.percent_complete, others]).toEqual([50, []]);
  });

  test('since another store’s token cannot be said', async () => {
    await start(1);
    const told = await page(audible, '/de/1.0/library');
    const foreign = told.headers['state-token']?.toString() ?? '';
    await tokenNow();
    expect((await ask(audible, `/1.0/library?state_token=${foreign}`)).status).toBe(400);
  });

  test('a title that is taken away is in no list of what is owned', async () => {
    await start(2);
    audible.library().revoke(numbered(1));
    expect((await library()).asins).toEqual([numbered(2)]);
    expect((await library({ status: 'Revoked' })).asins).toEqual([numbered(1)]);
    expect(audible.library().items).toHaveLength(2);
  });

  test('of a title nobody has is a mistake of the test', async () => {
    await start(1);
    for (const edit of ['revoke', 'restore', 'remove'] as const)
      expect(() => audible.library()[edit]('B0UNKNOWN1')).toThrow('B0UNKNOWN1');
  });
});
