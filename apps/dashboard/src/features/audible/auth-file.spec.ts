import { AudibleImport } from '@octavo/contracts';
import { askedForBy, authFileOf } from './auth-file.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const problem = (code: string, detail = 'No.', errors?: { path: string; message: string }[]) => ({
  ...{ type: `/problems/${code}`, title: 'A title', status: 422, detail, instance: '' },
  ...(errors && { errors }),
});

describe('a file with credentials', () => {
  it('is sent as the text it is where that is JSON', () => {
    const text = '{\n    "locale_code": "de", "name": "Jürgen"\n}';
    expect(authFileOf(bytesOf(text))).toEqual({ authFile: text, encoding: 'text' });
  });

  it('loses the mark that some editors put before the text', () => {
    expect(authFileOf(bytesOf('\uFEFF{}'))).toEqual({ authFile: '{}', encoding: 'text' });
  });

  it('is sent as base64 where it is none', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7) % 256);
    const sent = authFileOf(bytes);
    expect(sent?.encoding).toBe('base64');
    expect(new Uint8Array(Buffer.from(sent?.authFile as string, 'base64'))).toEqual(bytes);
    expect(authFileOf(bytesOf('no JSON'))).toEqual({ authFile: btoa('no JSON'), encoding: 'base64' });
  });

  it('is none where it is empty, or more than the server takes', () => {
    expect(authFileOf(new Uint8Array())).toBeUndefined();
    expect(authFileOf(new Uint8Array(1_500_001))).toBeUndefined();
    expect(authFileOf(new Uint8Array(1_400_000).fill(0xff))).toBeUndefined();
  });

  it('is always one that the contract takes', () => {
    for (const bytes of [bytesOf('{}'), new Uint8Array([0xff, 0xfe]), new Uint8Array(1_100_000)])
      expect(AudibleImport.safeParse(authFileOf(bytes)).success).toBe(true);
  });
});

describe('what is asked for beside the file', () => {
  it.each([
    [problem('audible.auth-file-locked'), 'password'],
    [problem('input.invalid', 'No.', [{ path: 'password', message: 'Too long' }]), 'password'],
    [problem('audible.auth-file-unusable', 'It does not tell the country it is of.'), 'country'],
    [problem('audible.auth-file-unusable', 'No.', [{ path: 'country', message: 'Say it' }]), 'country'],
    [problem('audible.auth-file-unusable', 'It holds no credentials.'), undefined],
    [problem('audible.unreachable', 'No marketplace answers.'), undefined],
    [undefined, undefined],
  ])('after %j is %s', (said, asked) => {
    expect(askedForBy(said)).toBe(asked);
  });
});
