import { isAdpToken } from './adp-token.js';
import { ADP_TOKEN } from './testing/vectors.js';

describe('the token of a device', () => {
  it('is known by its parts', () => {
    expect(isAdpToken(ADP_TOKEN)).toBe(true);
    expect(isAdpToken('{serial:Mg==}{name:x}{iv:y}{key:z}{enc:a}')).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['braces', '{}'],
    ['no beginning', ADP_TOKEN.slice(1)],
    ['no end', ADP_TOKEN.slice(0, -1)],
    ['a part missing', ADP_TOKEN.replace('{iv:', '{vi:')],
    ['a line break', `${ADP_TOKEN.slice(0, -1)}\r\nx-evil: 1}`],
    ['letters no header takes', ADP_TOKEN.replace('enc:', 'enc:ä')],
    ['far too much', `${ADP_TOKEN}{${'x'.repeat(10_000)}}`],
  ])('is not %s', (_what, text) => expect(isAdpToken(text)).toBe(false));
});
