import type { Database, Device } from '@octavo/database';
import { NoteClock } from './note-clock.js';

const HOUR = 3_600;

describe("noting a device's clock", () => {
  const told: (number | null)[] = [];
  const database = {
    devices: { toldTime: (_id: string, ahead: number | null) => Promise.resolve(void told.push(ahead)) },
  };
  const clock = new NoteClock(database as unknown as Database);
  const body = (aheadSec: number) => {
    const at = new Date(Date.now() + aheadSec * 1000).toISOString();
    return { ReadingStates: [{ EntitlementId: 'x', StatusInfo: { LastModified: at } }] };
  };
  beforeEach(() => told.splice(0));

  it.each<[string, number | null, unknown, (number | null)[]]>([
    ['a wrong one, for the first time', null, body(HOUR), [expect.closeTo(HOUR, -1)]],
    ['the same wrong one again', HOUR, body(HOUR), []],
    ['another wrong one', HOUR, body(2 * HOUR), [expect.closeTo(2 * HOUR, -1)]],
    ['one that was set right', HOUR, body(-10), [null]],
    ['a right one', null, body(-HOUR), []],
    ['no time at all', HOUR, { ReadingStates: [] }, []],
  ])('%s', async (_what, known, states, written) => {
    await clock.note({ id: 'a', clockAheadSec: known } as Device, states);
    expect(told).toEqual(written);
  });
});
