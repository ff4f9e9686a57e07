import { CookieJar } from './cookie-jar.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const PAGE = new URL('https://www.amazon.de/dp/1');

describe('cookies', () => {
  let jar: CookieJar;
  beforeEach(() => (jar = new CookieJar()));
  const take = (...headers: string[]) => jar.take(headers, PAGE, 'amazon.de', NOW);
  const sent = (url = PAGE.href, extra = {}, now = NOW, domain = 'amazon.de') =>
    jar.headerFor(new URL(url), domain, extra, now);

  it('go back to the host that set them, and to no other', () => {
    take('session-id=1-2=3; Path=/; HttpOnly');
    expect(sent()).toBe('session-id=1-2=3');
    expect(sent('https://images.amazon.de/')).toBeUndefined();
    expect(sent('https://www.amazon.fr/', {}, NOW, 'amazon.fr')).toBeUndefined();
  });

  it('go to all hosts of the domain they are meant for', () => {
    take('a=1; Domain=.amazon.de');
    expect(sent('https://images.amazon.de/')).toBe('a=1');
  });

  it.each([
    ['is meant for another domain', 'a=1; Domain=amazon.com'],
    ['is meant for a wider one', 'a=1; Domain=de'],
    ['is meant for a narrower one', 'a=1; Domain=x.www.amazon.de'],
    ['has no name', '=1'],
    ['has no value', 'a'],
    ['holds what ends a header', 'a=1\r\nx: y'],
    ['is too long', `a=${'x'.repeat(5_000)}`],
    ['is over', 'a=1; Max-Age=0'],
    ['was over long ago', 'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('are not kept where one %s', (_, header) => {
    take(header);
    expect(sent()).toBeUndefined();
  });

  it('go only where their path is, longer paths first, and over HTTPS where they must', () => {
    take('a=1; Path=/', 'b=2; Path=/dp', 'c=3; Path=/d', 'd=4; Path=nonsense; Secure');
    expect(sent()).toBe('b=2; a=1; d=4');
    expect(sent('http://www.amazon.de/dp')).toBe('b=2; a=1');
    expect(sent('https://www.amazon.de/')).toBe('a=1; d=4');
  });

  it('are good for their time', () => {
    take('a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'b=2; Expires=Sun, 22 Nov 2026 12:02:00 GMT');
    expect(sent(PAGE.href, {}, NOW + 59_000)).toBe('a=1; b=2');
    expect(sent(PAGE.href, {}, NOW + 61_000)).toBe('b=2');
    expect(sent(PAGE.href, {}, NOW + 121_000)).toBeUndefined();
  });

  it('are set anew and deleted by their host', () => {
    take('a=1', 'b=2');
    take('a=3', 'b=; Max-Age=-1');
    expect(sent()).toBe('a=3');
  });

  it('of one request go before others of the name, and are not kept', () => {
    take('a=1', 'b=2');
    expect(sent(PAGE.href, { a: 'mine', c: '3' })).toBe('b=2; a=mine; c=3');
    expect(sent()).toBe('a=1; b=2');
  });

  it('are not kept without end: the oldest go', () => {
    take('first=1', 'second=2');
    take('first=again', ...Array.from({ length: 49 }, (_, at) => `c${at}=1`));
    const names = sent()!
      .split('; ')
      .map((pair) => pair.split('=')[0]);
    expect(names).toHaveLength(50);
    expect(names).toContain('first');
    expect(names).not.toContain('second');
  });
});
