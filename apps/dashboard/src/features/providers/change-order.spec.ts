import { MetadataSettings } from '@octavo/contracts';
import { withChoice, withMoved } from './change-order.js';

const settings = MetadataSettings.parse({});
const order = ({ ebooks }: MetadataSettings) => ebooks.map(({ id }) => id);

describe('the order of providers', () => {
  it('is changed place by place, of one medium only', () => {
    const changed = withMoved('ebook', 'open-library', -1)(settings);
    expect(order(changed)).toEqual(['amazon', 'open-library', 'goodreads']);
    expect(changed.audiobooks).toEqual(settings.audiobooks);
    expect(order(withMoved('ebook', 'amazon', -1)(settings))).toEqual(order(settings));
    expect(order(withMoved('ebook', 'open-library', 1)(settings))).toEqual(order(settings));
  });

  it('stays while a provider is changed', () => {
    const changed = withChoice('audiobook', 'amazon', { on: true, market: 'de' })(settings);
    expect(changed.audiobooks.at(-1)).toEqual({ id: 'amazon', on: true, market: 'de', fields: null });
    expect(changed.ebooks).toEqual(settings.ebooks);
    expect(MetadataSettings.parse(changed)).toEqual(changed);
  });
});
