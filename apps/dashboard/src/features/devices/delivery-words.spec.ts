import { DELIVERY_STATES, type DeviceBook } from '@octavo/contracts';
import { actionsFor, DELIVERY_CHOICES, deliveryWord, isDeliveryState, milestones } from './delivery-words.js';

type Way = Pick<DeviceBook, 'state' | 'withheld'>;

describe('the states of a book on a device', () => {
  it('have a word each, and can be chosen', () => {
    expect(new Set(DELIVERY_STATES.map((state) => deliveryWord(state).word)).size).toBe(DELIVERY_STATES.length);
    expect(DELIVERY_CHOICES.map(({ value }) => value)).toEqual(['', ...DELIVERY_STATES]);
    expect(DELIVERY_STATES.every(isDeliveryState)).toBe(true);
    expect(isDeliveryState('')).toBe(false);
  });
});

describe('what can be done with a book on a device', () => {
  it.each<[Way, string[]]>([
    [{ state: 'waiting', withheld: null }, ['Never send to this device']],
    [{ state: 'not-offered', withheld: null }, ['Never send to this device']],
    [{ state: 'sent', withheld: null }, ['Send again', 'Never send to this device']],
    [{ state: 'downloaded', withheld: null }, ['Send again', 'Never send to this device']],
    [{ state: 'removing', withheld: 'user' }, ['Send to this device']],
    [{ state: 'not-offered', withheld: 'user' }, ['Send to this device']],
    [{ state: 'removed', withheld: 'device' }, ['Send again', 'Never send to this device']],
    [{ state: 'removing', withheld: null }, []],
    [{ state: 'removed', withheld: null }, []],
  ])('%j: %j', (book, words) => {
    expect(actionsFor(book).map((action) => action.words)).toEqual(words);
  });

  it.each(DELIVERY_STATES)('a book that is kept away and %s can be had back', (state) => {
    for (const withheld of ['user', 'device'] as const)
      expect(actionsFor({ state, withheld })[0]).toMatchObject({ withheld: false });
  });
});

describe('the way of a book', () => {
  const never = { sentAt: null, acknowledgedAt: null, downloadedAt: null, withheldAt: null };

  it('is what happened, in its order', () => {
    expect(milestones(never)).toEqual([]);
    const book = { ...never, downloadedAt: '2026-03-08T12:02:00Z', sentAt: '2026-03-08T12:00:00Z' };
    expect(milestones(book)).toEqual([
      { words: 'sent', at: '2026-03-08T12:00:00Z' },
      { words: 'downloaded', at: '2026-03-08T12:02:00Z' },
    ]);
  });
});
