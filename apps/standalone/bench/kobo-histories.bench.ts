// npm run bench -- kobo-histories [histories]: random histories of books, shelves and reading, with a third of the
// answers to two devices lost, repeated or late, by the rules alone; prints how many devices ended up different from
// what they should hold.
import { DEVICES, histories, InMemoryHouse, runHistory } from '@octavo/testing';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { line, milliseconds, peakMemory, perSecond } from './numbers.js';

const COUNT = Number(process.argv[2] ?? 10_000);

const started = performance.now();
let requests = 0;
let different = 0;
let confused = 0;
let restless = 0;
for (const [n, steps] of fc.sample(histories, COUNT).entries()) {
  const house = new InMemoryHouse(DEVICES, 1 + (n % 5));
  const outcome = await runHistory(house, steps, ['as it should', 'as it should']);
  requests += outcome.requests;
  for (const { holds, shouldHold, violations, quietSync } of outcome.devices) {
    if (!isDeepStrictEqual(holds, shouldHold)) different++;
    if (violations.length > 0) confused++;
    if (quietSync > 0) restless++;
  }
}
const ms = performance.now() - started;
line('histories, requests of devices in them', `${COUNT}, ${requests} (${perSecond(COUNT, ms)}, ${milliseconds(ms)})`);
line('devices that hold something else than they should', String(different));
line('devices told of a change to what they lack', String(confused));
line('devices told of something when all was told', String(restless));
line('peak memory of this process', `${peakMemory()} MB`);
process.exit(different + confused + restless === 0 ? 0 : 1);
