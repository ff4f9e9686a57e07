import { type Cookie, goesWith, parseSetCookie } from './set-cookie.js';

/** Of one domain; a host that sets more loses its oldest. */
const MOST = 50;

/** Cookies that hosts set, in memory alone, a jar for each domain: none sees another's. */
export class CookieJar {
  private readonly jars = new Map<string, Map<string, Cookie>>();

  /** Takes in the Set-Cookie headers of an answer from `url`, a host of `domain`; `now` in milliseconds since 1970. */
  take(headers: readonly string[], url: URL, domain: string, now: number): void {
    const jar = this.jars.get(domain) ?? new Map<string, Cookie>();
    this.jars.set(domain, jar);
    for (const header of headers) {
      const cookie = parseSetCookie(header, url, domain, now);
      if (cookie === undefined) continue;
      const key = JSON.stringify([cookie.domain, cookie.path, cookie.name]);
      jar.delete(key); // what is set anew is young again
      if ((cookie.expires ?? Infinity) > now) jar.set(key, cookie);
    }
    for (const key of [...jar.keys()].slice(0, Math.max(0, jar.size - MOST))) jar.delete(key);
  }

  /** The Cookie header for a request, with `extra` cookies in place of equal names; undefined where there are none. */
  headerFor(url: URL, domain: string, extra: Readonly<Record<string, string>>, now: number): string | undefined {
    const kept = [...(this.jars.get(domain)?.values() ?? [])].filter((cookie) => goesWith(cookie, url, now));
    // RFC 6265, 5.4: longer paths first.
    const own = kept.sort((a, b) => b.path.length - a.path.length).filter(({ name }) => !Object.hasOwn(extra, name));
    const all = [...own.map(({ name, value }) => [name, value] as const), ...Object.entries(extra)];
    return all.length === 0 ? undefined : all.map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
