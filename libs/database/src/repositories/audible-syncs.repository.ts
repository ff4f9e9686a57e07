import { type Client, Prisma } from '../client.js';
import type { AudibleSync, AudibleSyncState } from '../generated/client.js';
import { newId } from '../ids.js';

/** How far a look at a store is. */
export interface SyncProgress {
  checkpoint: Prisma.InputJsonValue;
  total: number | null;
  tally: Prisma.InputJsonValue;
  oddities: Prisma.InputJsonValue;
}

export interface SyncConclusion {
  state: Exclude<AudibleSyncState, 'RUNNING'>;
  tally: Prisma.InputJsonValue;
  error: { code: string; detail: string } | null;
}

const KEPT_OF_A_STORE = 30;
const GOES_ON_FOR_MS = 24 * 60 * 60_000;

/** Looks at stores: how far each is, what it has seen, what it came to. */
export class AudibleSyncsRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<AudibleSync | null> {
    return this.client.audibleSync.findUnique({ where: { id } });
  }

  /** The one that was broken off within the last day, for whoever has the turn to go on with. */
  async unfinished(storeId: string): Promise<AudibleSync | null> {
    const open = await this.client.audibleSync.findFirst({ where: { storeId, state: 'RUNNING' } });
    if (open && open.startedAt.getTime() > Date.now() - GOES_ON_FOR_MS) return open;
    if (open) await this.end(open.id, { state: 'CANCELLED', tally: open.tally as object, error: null });
    return null;
  }

  /** A new one; forgets the oldest of the store. */
  async begin(storeId: string, mode: 'full' | 'delta', tally: Prisma.InputJsonValue): Promise<AudibleSync> {
    const made = await this.client.audibleSync.create({ data: { id: newId(), storeId, mode, tally } });
    await this.client.$executeRaw`
      delete from audible_sync where store_id = ${storeId}::uuid and id not in (
        select id from audible_sync where store_id = ${storeId}::uuid order by started_at desc limit ${KEPT_OF_A_STORE})`;
    return made;
  }

  async tell(id: string, progress: SyncProgress): Promise<void> {
    await this.client.audibleSync.updateMany({ where: { id }, data: progress });
  }

  /** It is over, and what it had seen is forgotten. */
  async end(id: string, { state, tally, error }: SyncConclusion): Promise<void> {
    const why = { errorCode: error?.code ?? null, errorDetail: error?.detail ?? null };
    const data = { state, tally, checkpoint: Prisma.DbNull, finishedAt: new Date(), ...why };
    await this.client.audibleSync.updateMany({ where: { id }, data });
    await this.client.seenPurchase.deleteMany({ where: { syncId: id } });
  }

  /** False where it saw something and a crash of the database has forgotten what: it cannot be gone on with. */
  async remembers({ id, checkpoint }: AudibleSync): Promise<boolean> {
    return checkpoint === null || (await this.client.seenPurchase.findFirst({ where: { syncId: id } })) !== null;
  }

  /** Notes what was seen; gives those that had not been before. */
  async see(id: string, marks: readonly string[]): Promise<Set<string>> {
    const rows = await this.client.$queryRaw<{ mark: string }[]>`
      insert into seen_purchase (sync_id, mark) select distinct ${id}::uuid, unnest(${[...marks]}::text[])
      on conflict do nothing returning mark`;
    return new Set(rows.map(({ mark }) => mark));
  }

  /** The newest of each store. */
  async latest(storeIds: readonly string[]): Promise<Map<string, AudibleSync>> {
    const rows = await this.client.audibleSync.findMany({
      where: { storeId: { in: [...storeIds] } },
      orderBy: [{ storeId: 'asc' }, { startedAt: 'desc' }],
      distinct: ['storeId'],
    });
    return new Map(rows.map((row) => [row.storeId, row]));
  }

  /** Of a store, the newest first. */
  ofStore(storeId: string): Promise<AudibleSync[]> {
    return this.client.audibleSync.findMany({ where: { storeId }, orderBy: { startedAt: 'desc' } });
  }
}
