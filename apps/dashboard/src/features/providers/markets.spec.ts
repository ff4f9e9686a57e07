import { PROVIDER_IDS } from '@octavo/contracts';
import { marketChoices } from './markets.js';

describe('the shops of a provider', () => {
  it('are told by their country, after the choice of none', () => {
    const choices = marketChoices('amazon');
    expect(choices[0]).toEqual({ value: '', label: 'After the book’s language' });
    expect(choices).toContainEqual({ value: 'com', label: 'United States (amazon.com)' });
    expect(choices).toContainEqual({ value: 'co.uk', label: 'United Kingdom (amazon.co.uk)' });
    expect(marketChoices('audnexus')).toContainEqual({ value: 'co.jp', label: 'Japan (audible.co.jp)' });
  });

  it('are none where there is only one, and else all short enough to be kept', () => {
    expect(marketChoices('open-library')).toEqual([]);
    for (const id of PROVIDER_IDS) for (const { value } of marketChoices(id)) expect(value.length).toBeLessThan(11);
  });
});
