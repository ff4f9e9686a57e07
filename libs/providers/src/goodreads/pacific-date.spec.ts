import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pacificDate } from './pacific-date.js';

describe('a time of Goodreads', () => {
  it.each([
    [1469516400000, { year: 2016, month: 7, day: 26 }],
    [1.426896e12, { year: 2015, month: 3, day: 20 }],
    [1067673600000, { year: 2003, month: 11, day: 1 }],
    [-157737600000, { year: 1965 }],
    [Date.UTC(1869, 4, 5, 8), { year: 1869, month: 5, day: 5 }],
    [Date.UTC(1813, 0, 28, 7, 52, 58), { year: 1813, month: 1, day: 28 }],
    [Date.UTC(1320, 5, 1), { year: 1320 }],
    [0, { year: 1969, month: 12, day: 31 }],
  ])('%d is a day on the Pacific coast', (time, date) => expect(pacificDate(time, 2026)).toEqual(date));

  it.each([NaN, Infinity, -Infinity, 8.64e15 + 1, -8.5e13, Date.UTC(2040, 5, 1)])('%d is none', (time) => {
    expect(pacificDate(time, 2026)).toBeUndefined();
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/Anchorage', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'is the same day on a machine in %s',
    (zone) => {
      const source = pathToFileURL(join(__dirname, 'pacific-date.ts')).href;
      const script = `const { pacificDate } = await import(${JSON.stringify(source)});
        console.log(JSON.stringify([new Date(1469516400000).getHours(), pacificDate(1469516400000)]));`;
      const args = ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', script];
      const [hours, date] = JSON.parse(
        execFileSync(process.execPath, args, { env: { PATH: '/usr/bin', TZ: zone }, encoding: 'utf8' }),
      );
      expect(hours).toBe(HOURS_THERE[zone]);
      expect(date).toEqual({ year: 2016, month: 7, day: 26 });
    },
  );
});

/** Proves that the other machine really is there. */
const HOURS_THERE: Record<string, number> = {
  UTC: 7,
  'Asia/Tokyo': 16,
  'America/Anchorage': 23,
  'Pacific/Kiritimati': 21,
  'Pacific/Pago_Pago': 20,
};
