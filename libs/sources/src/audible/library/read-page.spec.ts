import { readPage } from './read-page.js';

const page = (headers: Record<string, string> = {}, json: unknown = { items: [] }) => readPage(json, headers);

describe('reading a page', () => {
  it('takes rows of a list that stands alone', () => {
    const items = [
      { asin: ' b000000001 ', purchase_date: '2020-01-01T00:00:00Z' },
      null,
      { title: 'x' },
      { title: 'x' },
      { asin: 7 },
    ];
    const { rows } = page({}, items);
    expect(rows).toEqual(page({}, { items }).rows);
    expect(rows[0]).toMatchObject({
      mark: 'B000000001',
      asin: 'B000000001',
      purchased: Date.UTC(2020, 0, 1),
      raw: items[0],
    });
    expect(rows.map(({ asin }) => asin)).toEqual(['B000000001', undefined, undefined, undefined, undefined]);
    expect([rows[2]?.mark === rows[3]?.mark, new Set(rows.map(({ mark }) => mark)).size]).toEqual([true, 4]);
  });

  it.each([{}, { items: null }, { items: {} }, null, 'x', { products: [] }])('never takes %j for a page', (json) =>
    expect(() => readPage(json, {})).toThrow(expect.objectContaining({ reason: 'malformed_response' })),
  );

  it.each<[string | undefined, number | undefined]>([
    ['1204', 1204],
    ['0', 0],
    [' 7 ', 7],
    ['12, 12', 12],
    ['-1', undefined],
    ['1.5', undefined],
    ['NaN', undefined],
    ['', undefined],
    [undefined, undefined],
    ['9'.repeat(30), undefined],
  ])('reads the total %j as %j', (text, total) =>
    expect(page(text === undefined ? {} : { 'total-count': text }).total).toBe(total),
  );

  it('reads tokens, and none of "0"', () => {
    expect(page({ 'State-Token': '1785499200123', 'continuation-token': ' eyJwIjoyfQ ' })).toMatchObject({
      stateToken: '1785499200123',
      continuation: 'eyJwIjoyfQ',
    });
    const none = page({ 'state-token': '0', 'continuation-token': '' });
    expect([none.stateToken, none.continuation]).toEqual([undefined, undefined]);
    expect(page({ 'continuation-token': 'x'.repeat(100_000) }).continuation).toBeUndefined();
  });

  it('finds titles that went wherever they are told', () => {
    const json = {
      items: [],
      removed_asins: ['b000000001', 7, null],
      deleted_items: [{ asin: 'B000000002' }, 'x'],
      revoked_asins: ['B000000001'],
      removed_items: 'x',
    };
    expect(page({}, json).removedAsins).toEqual(['B000000001', 'B000000002']);
  });
});
