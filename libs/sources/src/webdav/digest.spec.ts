import { Authorizer, schemesOffered, type Credentials } from './authorize.js';
import { toBaseUrl } from './base-url.js';
import { readChallenges } from './challenges.js';
import { answerDigest, strongestDigest } from './digest.js';

const MD5 =
  'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
const SHA = MD5.replace('=MD5', '=SHA-256');
const MUFASA = { username: 'Mufasa', password: 'Circle of Life' };
const PAGE = { method: 'GET', target: '/dir/index.html' };

describe('an answer to a Digest challenge', () => {
  it.each([
    [MD5, '8ca523f5e9506fed4657c9700eebdbec'],
    [SHA, '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is that of RFC 7616', (header, response) => {
    const challenge = strongestDigest(readChallenges(header));
    const clientNonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
    const answer = challenge && answerDigest(challenge, { ...MUFASA, ...PAGE, count: 1, clientNonce });
    expect(answer).toContain(`response="${response}"`);
    expect(answer).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"');
  });

  it('is given to the strongest of several challenges, in whatever order they come', () => {
    for (const header of [
      `${MD5}, ${SHA}`,
      `${SHA}, ${MD5}`,
      `Basic realm="x, y=\\"z\\"", ${MD5}, Negotiate abc==, ${SHA}`,
    ])
      expect(strongestDigest(readChallenges(header))?.algorithm).toBe('SHA-256');
  });

  it.each([
    'Basic realm="x"',
    'Digest realm="x", nonce="y", algorithm=SHA-512-256, qop="auth"',
    'Digest realm="x", nonce="y", qop="auth-int"',
    'Digest realm="x", qop="auth"',
    '',
    '"""',
  ])('is not given to %s', (header) => expect(strongestDigest(readChallenges(header))).toBeUndefined());
});

describe('signing requests', () => {
  const base = toBaseUrl('http://nas.example/dav');
  const own = { origin: 'http://nas.example', ...PAGE };
  const signer = (credentials: Credentials, at = base) => new Authorizer(credentials, at, () => 'c0ffee');

  it('sends Basic at once, in UTF-8', () => {
    const header = signer({ scheme: 'basic', username: 'ada', password: 'pä:ss' }).headerFor(own);
    expect(header).toBe(`Basic ${Buffer.from('ada:pä:ss').toString('base64')}`);
  });

  it.each<Credentials>([
    { scheme: 'basic', username: 'ada', password: 'x' },
    { scheme: 'bearer', token: 'x' },
    { scheme: 'digest', ...MUFASA },
  ])('sends nothing to any other origin ($scheme)', (credentials) => {
    const one = signer(credentials);
    one.mayRetry(undefined, MD5, own.origin);
    expect(one.headerFor(own)).toBeDefined();
    for (const origin of [
      'http://nas.example:81',
      'http://evil.example',
      'http://sub.nas.example',
      'https://nas.example:8443',
      'http://nas.example.evil',
    ])
      expect(one.headerFor({ ...own, origin })).toBeUndefined();
    expect(one.mayRetry(undefined, MD5, 'http://evil.example')).toBe(false);
    expect(one.headerFor({ ...own, origin: 'https://nas.example' })).toBeDefined();
    expect(signer(credentials, toBaseUrl('https://nas.example/')).headerFor(own)).toBeUndefined();
  });

  it('never signs in another way than is set, whatever is offered', () => {
    const basic = signer({ scheme: 'basic', username: 'ada', password: 'x' });
    expect(basic.mayRetry(basic.headerFor(own), MD5, own.origin)).toBe(false);
    const digest = signer({ scheme: 'digest', ...MUFASA });
    expect(digest.mayRetry(undefined, 'Basic realm="x"', own.origin)).toBe(false);
    expect(digest.headerFor(own)).toBeUndefined();
  });

  it('counts the answers to a nonce, and begins anew with the next', () => {
    const one = signer({ scheme: 'digest', ...MUFASA });
    expect(one.mayRetry(undefined, MD5, own.origin)).toBe(true);
    expect([one.headerFor(own), one.headerFor(own)].map((header) => /nc=(\w+)/.exec(header ?? '')?.[1])).toEqual([
      '00000001',
      '00000002',
    ]);
    const next = `${MD5.replace('7ypf', 'next')}, stale=TRUE`;
    expect(one.mayRetry(one.headerFor(own), next, own.origin)).toBe(true);
    expect(one.headerFor(own)).toContain('nc=00000001');
  });

  it('asks once and no more with a wrong password', () => {
    const one = signer({ scheme: 'digest', ...MUFASA });
    one.mayRetry(undefined, MD5, own.origin);
    expect(one.mayRetry(one.headerFor(own), MD5, own.origin)).toBe(false);
  });

  it('writes names as bytes, and takes quotes out of the way', () => {
    const one = signer({ scheme: 'digest', username: 'a"dä', password: 'x' });
    one.mayRetry(undefined, MD5, own.origin);
    expect(one.headerFor(own)).toContain(`username="a\\"d${Buffer.from('ä').toString('latin1')}"`);
  });

  it('tells which ways are offered', () => {
    expect(schemesOffered(`Negotiate, NTLM, ${MD5}, Basic realm="x"`)).toEqual([
      'negotiate',
      'ntlm',
      'digest',
      'basic',
    ]);
  });
});
