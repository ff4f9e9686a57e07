import { folderKey } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';

const MOST_AT_ONCE = 5_000;

/** Tables of names that are folders where a library is shown as files. */
export type FolderTable = 'contributor' | 'series';

/**
 * Gives a key to every name that has none yet: what those who write names would else have to remember, and databases
 * that are older than the keys. Whoever comes at the same time waits and finds it done.
 */
export async function fillFolderKeys(client: Client, table: FolderTable): Promise<void> {
  for (;;) {
    const unkeyed = await client.$queryRaw<{ id: string; name: string }[]>`
      select id::text, name from ${Prisma.raw(table)} where folder_key is null limit ${MOST_AT_ONCE}`;
    if (unkeyed.length === 0) return;
    // Locked in the order of their ids, so that no two of these wait crosswise.
    await client.$executeRaw`
      with named as (
        select t.id, n.key from unnest(${unkeyed.map(({ id }) => id)}::uuid[],
          ${unkeyed.map(({ name }) => folderKey(name))}::text[]) n(id, key)
        join ${Prisma.raw(table)} t on t.id = n.id where t.folder_key is null
        order by t.id for no key update of t
      )
      update ${Prisma.raw(table)} t set folder_key = named.key from named where t.id = named.id`;
  }
}
