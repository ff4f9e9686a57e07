import { gapsOf, type VolumeForSale } from './series-gaps.js';

const volume = (sequence: string | null, asin = `B0VOLUME${sequence ?? 'XX'}`): VolumeForSale => ({
  ...{ asin, title: `Volume ${sequence ?? '?'}`, sequence, releaseDate: null },
});
const NOTHING = { asins: new Set<string>(), volumes: [] };
const numbers = (...given: Parameters<typeof gapsOf>) => gapsOf(...given).missing.map(({ number }) => number);

describe('what is not yet there of a series', () => {
  it('is told by number, in their order', () => {
    expect(numbers('Orchard', [volume('10'), volume('2'), volume('0.5')], NOTHING)).toEqual(['0.5', '2', '10']);
  });

  it('is not what was bought, nor what is there in another form under the name of the series', () => {
    const held = { asins: new Set(['B0BOUGHT']), volumes: [{ series: 'the Örchard', number: '3' }] };
    const volumes = [volume('1', 'B0BOUGHT'), volume('2'), volume('3')];
    expect(gapsOf('The Orchard', volumes, held)).toMatchObject({ have: 2, missing: [{ number: '2' }] });
    expect(numbers('Another', volumes, held)).toEqual(['2', '3']);
  });

  it('is not what an omnibus holds', () => {
    const held = { asins: new Set<string>(), volumes: [{ series: 'Orchard', number: '1-3' }] };
    expect(numbers('Orchard', [volume('1'), volume('2'), volume('3'), volume('4')], held)).toEqual(['4']);
  });

  it('names each number once, and neither box sets nor what has no number', () => {
    const volumes = [volume('1', 'B0A'), volume('1', 'B0B'), volume('1-3'), volume(null), volume('Book 2')];
    expect(gapsOf('Orchard', volumes, NOTHING).missing.map(({ asin }) => asin)).toEqual(['B0A', 'B0VOLUMEBook 2']);
  });

  it('is not led astray by numbers that are none', () => {
    expect(numbers('Orchard', [volume('1-99999999'), volume('5-2')], NOTHING)).toEqual(['1', '5']);
  });
});
