import { libraryWords, onlyThereWords, purchaseFacts, purchaseRemarks } from './purchase-words.js';

const purchase = {
  ...{ id: 'i', account: 'Ann', country: 'de', asin: 'B0TEST0001', runtimeMin: 680, heardPercent: 41 },
  ...{ isFinished: false, purchasedAt: '2021-05-03T08:00:00.000Z', removedAt: null, leavingOn: null },
};

describe('what Audible says of a title', () => {
  it.each([
    [{}, ['Bought on 3 May 2021', '11 h 20 min', '41\u00A0% heard']],
    [{ isFinished: true }, ['Bought on 3 May 2021', '11 h 20 min', 'heard to the end']],
    [{ purchasedAt: null, runtimeMin: null, heardPercent: null }, ['not begun']],
    [{ purchasedAt: null, runtimeMin: 0, heardPercent: 0 }, ['not begun']],
  ])('%j is %j', (more, facts) => {
    expect(purchaseFacts({ ...purchase, ...more })).toEqual(facts);
  });

  it('is said with the library it is in', () => {
    expect(libraryWords(purchase)).toBe('Ann, Germany');
    expect(libraryWords({ account: 'Ann', country: 'xx' })).toBe('Ann, xx');
  });

  it.each([
    [null, null, []],
    ['2026-01-05T00:00:00Z', '2026-12-01', ['Gone from your library at Audible since 5 January 2026.']],
    [null, '2026-12-01', ['Leaves the subscription on 1 December 2026.']],
    [null, '2026-11-22', ['Leaves the subscription on 22 November 2026.']],
    [null, '2026-11-21', ['Left the subscription on 21 November 2026.']],
  ])('removed %s, leaving %s, has the remarks %j', (removedAt, leavingOn, remarks) => {
    expect(purchaseRemarks({ removedAt, leavingOn }, '2026-11-22')).toEqual(remarks);
  });
});

describe('a book without files', () => {
  it('is heard where it was bought, as long as it is there', () => {
    expect(onlyThereWords([{ removedAt: '2026-01-05T00:00:00Z' }, { removedAt: null }])).toMatch(
      /^You listen to it there/,
    );
    expect(onlyThereWords([{ removedAt: '2026-01-05T00:00:00Z' }])).toMatch(/^It was there once/);
  });
});
