import { appPasswordDigest, newAppPassword } from './app-password.js';
import { basicCredentials } from './basic-credentials.js';

describe('an app password', () => {
  it('is five groups of signs that nobody takes for others, another one each time', () => {
    const some = Array.from({ length: 200 }, newAppPassword);
    for (const one of some) expect(one).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){4}$/);
    expect(new Set(some).size).toBe(200);
    expect(new Set(some.join('').replaceAll('-', '')).size).toBe(32);
  });

  it.each([
    '0123-abcd-efgh-jkmn-pqrs',
    '0123ABCDEFGHJKMNPQRS',
    ' oi23 ABCD–EFGH jkmn-pqrs ',
    'O L23-abcd-efgh-jkmn-pqrs',
  ])('is the same, typed as %j', (typed) =>
    expect(appPasswordDigest(typed)).toBe(appPasswordDigest('0123-abcd-efgh-jkmn-pqrs')),
  );

  it('is another one where a sign is', () => {
    expect(appPasswordDigest('0123-abcd-efgh-jkmn-pqrt')).not.toBe(appPasswordDigest('0123-abcd-efgh-jkmn-pqrs'));
  });
});

describe('Basic authentication', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    ['ada@example.org:se:cret', { user: 'ada@example.org', password: 'se:cret' }],
    ['émile@example.org:ß', { user: 'émile@example.org', password: 'ß' }],
    [':', { user: '', password: '' }],
    ['no colon', undefined],
    ['nul\u0000:x', undefined],
    ['x:line\nbreak', undefined],
    [`x:${'y'.repeat(1_000)}`, undefined],
  ])('%j', (text, credentials) => expect(basicCredentials(basic(text))).toEqual(credentials));

  it.each([undefined, '', 'Basic', 'Basic !!', 'Bearer YTpi', 'Digest username="a"'])('%j carries none', (header) =>
    expect(basicCredentials(header)).toBeUndefined(),
  );

  it('takes the word in any case', () => {
    expect(basicCredentials(basic('a:b').replace('Basic', 'bAsIc'))).toEqual({ user: 'a', password: 'b' });
  });
});
