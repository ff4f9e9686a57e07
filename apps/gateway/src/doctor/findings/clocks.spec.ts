import { clockAhead } from '../doctor.controller.js';
import { clockFinding, dateAhead } from './clocks.js';

describe('the clocks', () => {
  it.each([
    [{ database: 0 }, 'good', /All clocks agree/],
    [{ database: 0.2, proxy: -1.2, browser: 90 }, 'good', /no more than 1 minute/],
    [{ database: -121 }, 'bad', /the database is 2 minutes behind/],
    [{ database: 0, proxy: 7_200 }, 'bad', /the proxy is 2 hours ahead of/],
    [{ database: 0, proxy: 0, browser: -86_400 }, 'bad', /your browser is 1 day behind/],
    [{ database: 0, proxy: 300, browser: 300 }, 'bad', /the proxy .*, your browser /],
  ])('%j: %s', (seen, state, detail) => {
    const finding = clockFinding(seen);
    expect(finding).toMatchObject({ state, detail: expect.stringMatching(detail) });
    if (state === 'bad') expect(finding.advice).toMatch(/NTP/);
  });

  it('are read from a Date header', () => {
    const at = new Date('2026-11-21T12:00:00.500Z');
    expect(dateAhead('Sat, 21 Nov 2026 12:00:00 GMT', at)).toBe(0);
    expect(dateAhead('Sat, 21 Nov 2026 13:00:00 GMT', at)).toBe(3_600);
    expect(dateAhead('soon', at)).toBeUndefined();
    expect(dateAhead(undefined, at)).toBeUndefined();
  });

  it.each<[unknown, number | undefined]>([
    ['61000', 60],
    ['1970-01-01T00:01:01Z', 60],
    ['', undefined],
    ['noon', undefined],
    ['1e300', undefined],
    [['1', '2'], undefined],
    [undefined, undefined],
    ['9'.repeat(5_000), undefined],
  ])("a visitor's %j is %s seconds", (told, ahead) => expect(clockAhead(told, 1_000)).toBe(ahead));
});
