import { Database } from '@octavo/database';
import { DEVICES, histories, runHistory } from '@octavo/testing';
import fc from 'fast-check';
import { type House, startHouse } from './house.js';
import { HouseOfHistories } from './house-of-histories.js';

const HISTORIES = 25;

describe('two Kobos of one user, over random histories with a third of the answers lost, repeated or late', () => {
  let house: House;
  let database: Database;

  beforeAll(async () => {
    house = await startHouse('postgres', {}, { KOBO_PAGE_SIZE: '3' });
    database = await Database.open(house.databaseUrl, 2);
  });
  afterAll(async () => {
    await database?.close();
    await house?.close();
  });

  it('end up with exactly what they should hold', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const whole = await HouseOfHistories.with(house, database, DEVICES);
        const { devices } = await runHistory(whole, steps, ['as it should', 'as it should']);
        await whole.clear();
        for (const { holds, shouldHold, violations, quietSync } of devices) {
          expect(holds).toEqual(shouldHold);
          expect(violations).toEqual([]);
          expect(quietSync).toBe(0);
        }
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
  });
});
