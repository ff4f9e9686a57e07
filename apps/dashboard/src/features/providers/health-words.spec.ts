import { healthLine, onWords } from './health-words.js';

const now = Date.parse('2026-01-02T12:00:00Z');
const host = { host: 'amazon.de', closedUntil: null, reason: null, pagesToday: 1 };

describe('how a provider is', () => {
  it('is open where nothing is wrong, or no more', () => {
    expect(healthLine(host, true, now)).toEqual({
      words: 'amazon.de: open, 1 page today of 200 at most',
      refuses: false,
    });
    const over = { ...host, closedUntil: '2026-01-02T11:59:00Z', reason: 'a captcha' };
    expect(healthLine(over, false, now)).toEqual({ words: 'amazon.de: open, 1 page today', refuses: false });
  });

  it('says why it refuses, and until when', () => {
    const closed = { ...host, closedUntil: '2026-01-02T18:00:00Z', reason: 'a captcha', pagesToday: 12 };
    const { words, refuses } = healthLine(closed, true, now);
    expect(refuses).toBe(true);
    expect(words).toMatch(
      /^amazon\.de: is not asked now \(a captcha\)\. It is asked again from 2 Jan 2026.*; 12 pages/,
    );
    expect(healthLine({ ...closed, reason: null }, true, now).words).toContain('is not asked now. It');
  });

  it.each([
    [[], 'Switched off'],
    [['ebook'], 'Asked for books'],
    [['ebook', 'audiobook'], 'Asked for books and audiobooks'],
  ] as const)('%j: %s', (onFor, words) => {
    expect(onWords({ onFor: [...onFor] })).toBe(words);
  });
});
