import { providers } from '@octavo/providers';
import { askSettings } from './ask-settings.js';
import { requestHeaders } from './request-headers.js';

const { userAgent } = askSettings({
  version: '1.2.3',
  contactUrl: 'https://octavo.example/about',
  pagesPerDay: 200,
  gapMs: 2_000,
  elsewhere: new Set(),
});

describe('the headers of a request', () => {
  it('say who we are to what is meant for programs, whatever the request says', () => {
    const headers = { Accept: 'application/json', 'user-agent': 'Mozilla/5.0', 'accept-encoding': 'zstd' };
    expect(requestHeaders(providers.audnexus, { url: '', kind: 'book', headers }, userAgent)).toEqual({
      accept: 'application/json',
      'user-agent': 'Octavo/1.2.3 (+https://octavo.example/about)',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  it('are those of a browser where pages are read that are made for people, and always the same', () => {
    const ask = () => requestHeaders(providers.goodreads, { url: '', kind: 'search' }, userAgent);
    expect(ask()).toMatchObject({
      'user-agent': expect.stringMatching(/^Mozilla\/5\.0 .*Chrome\/\d+/),
      accept: expect.stringContaining('text/html'),
      'accept-language': expect.stringContaining('en'),
      'accept-encoding': 'gzip, deflate, br',
      'sec-fetch-mode': 'navigate',
    });
    expect(ask()).toEqual(ask());
    expect(JSON.stringify(ask())).not.toContain('Octavo');
  });

  it('are as the provider wants them', () => {
    const headers = { Accept: 'application/json', 'Accept-Language': 'de' };
    const sent = requestHeaders(providers.amazon, { url: '', kind: 'book', headers }, userAgent);
    expect(sent).toMatchObject({ accept: 'application/json', 'accept-language': 'de' });
    expect(Object.keys(sent).every((name) => name === name.toLowerCase())).toBe(true);
  });

  it('ask for pictures where a cover is wanted', () => {
    for (const provider of Object.values(providers)) {
      const sent = requestHeaders(provider, { url: '', kind: 'cover' }, userAgent);
      expect(sent['accept']).toMatch(/^image\/jpeg/);
      expect(sent['upgrade-insecure-requests']).toBeUndefined();
    }
  });
});
