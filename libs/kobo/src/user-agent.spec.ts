import fc from 'fast-check';
import { readDeviceHeaders } from './user-agent.js';

const NICKEL =
  'Mozilla/5.0 (Linux; U; Android 2.0; en-us;) AppleWebKit/538.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/538.1';

describe('what a device says of itself', () => {
  it.each<[string, Record<string, string | string[]>, object]>([
    [
      'in its user agent',
      { 'user-agent': `${NICKEL} (Kobo Touch 0393/4.45.23697)` },
      { model: 'Kobo Clara Colour', firmware: '4.45.23697' },
    ],
    [
      'with an old number',
      { 'user-agent': `${NICKEL} (Kobo Touch 0320/4.38.21908)` },
      { model: 'Kobo Touch C', firmware: '4.38.21908' },
    ],
    [
      'with a number nobody knows',
      { 'user-agent': `${NICKEL} (Kobo Touch 0499/5.1.184318)` },
      { model: 'Kobo (model 0499)', firmware: '5.1.184318' },
    ],
    [
      'in its own headers',
      { 'x-kobo-platformid': '00000000-0000-0000-0000-000000000390', 'x-kobo-appversion': '4.46.23836' },
      { model: 'Kobo Libra Colour', firmware: '4.46.23836' },
    ],
    [
      'in a model header alone',
      { 'x-kobo-devicemodel': 'Kobo Something New', 'x-kobo-platformid': '00000000-0000-0000-0000-000000000499' },
      { model: 'Kobo Something New' },
    ],
    ['twice', { 'x-kobo-appversion': ['4.45.1', '4.45.2'] }, { firmware: '4.45.1' }],
    ['as a browser', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }, {}],
    ['not at all', {}, {}],
  ])('%s', (_name, headers, expected) => {
    expect(readDeviceHeaders(headers)).toEqual(expected);
  });

  it('is short and never throws, whatever the headers hold', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('(Kobo '.repeat(5000)));
    fc.assert(
      fc.property(text, text, (agent, model) => {
        const said = readDeviceHeaders({ 'user-agent': agent, 'x-kobo-devicemodel': model });
        expect((said.model ?? '').length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
