import { type Client, Prisma } from '../client.js';

/**
 * Locks the version lines of devices (`which` is a condition on `d`) until the transaction ends, in the order of their
 * ids, so that nobody waits for somebody who waits for them. A transaction that moves lines more than once locks all it
 * will need at first. Not so strong a lock that rows which only point at a device would wait.
 */
export async function lockLines(client: Client, which: Prisma.Sql): Promise<void> {
  await client.$queryRaw`select d.id::text from device d where ${which} order by d.id for no key update`;
}
