import { testDatabase, type TestDatabase } from '@octavo/testing';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { openClient } from './client.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test?.drop());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}

it.each(['alone', 'in a transaction'] as const)('what was written is let go of, %s', async (how) => {
  const client = openClient(new pg.Pool({ connectionString: test.url, max: 2 }));
  try {
    await client.$queryRaw`select length(${'x'})`;
    const before = heldMb();
    for (let at = 0; at < 60; at += 1) {
      // Not of one byte a letter, as titles are not: 2 MB.
      const written = `${String(at)}☾`.padEnd(1_000_000, 'x');
      if (how === 'alone') await client.$executeRaw`select length(${written})`;
      else
        await client.$transaction(async (within) => {
          await within.$executeRaw`select length(${written})`;
          await within.$queryRaw`select length(${written})`;
        });
    }
    expect(heldMb() - before).toBeLessThan(20);
  } finally {
    await client.$disconnect();
  }
});
