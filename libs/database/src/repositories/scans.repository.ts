import { type Client, Prisma } from '../client.js';
import type { Scan, ScanFault, ScanState } from '../generated/client.js';
import { newId } from '../ids.js';

/** What a batch of looks came to. */
export interface ScanProgress {
  done: number;
  failed: number;
  moved: number;
}

export interface Fault {
  path: string;
  code: string;
  detail: string;
}

const DAY_MS = 24 * 60 * 60_000;
const KEPT_OF_A_LIBRARY = 30;
/** A scan of a broken disk finds a fault in every file; nobody reads more than this. */
const FAULTS_KEPT = 1_000;

/** Scans: what was found, how far the work is, what went wrong. */
export class ScansRepository {
  constructor(private readonly client: Client) {}

  /** The scan a job works on, begun when there is none: a job that runs again goes on with its scan. */
  async begin(libraryId: string, jobId: string): Promise<Scan> {
    const open = await this.client.scan.findFirst({
      where: { libraryId, jobId, state: { in: ['LISTING', 'IMPORTING'] } },
    });
    if (open) return open;
    await this.closeLeftovers(libraryId);
    await this.client.library.updateMany({ where: { id: libraryId }, data: { scanWanted: false } });
    return this.client.scan.create({ data: { id: newId(), libraryId, jobId } });
  }

  /** The listing of a library that was broken off within the last day, for a job to go on with; else a new scan. */
  async resume(libraryId: string, jobId: string): Promise<Scan> {
    const since = new Date(Date.now() - DAY_MS);
    const open = await this.client.scan.findFirst({
      where: { libraryId, state: 'LISTING', startedAt: { gt: since } },
      orderBy: { startedAt: 'desc' },
    });
    if (!open) return this.begin(libraryId, jobId);
    return this.client.scan.update({ where: { id: open.id }, data: { jobId } });
  }

  async tell(id: string, tally: Prisma.InputJsonValue): Promise<void> {
    await this.client.scan.updateMany({ where: { id }, data: { tally } });
  }

  /** Scans whose job is no more ended with it; what they found is still on the list of arrivals, and nobody's. */
  private async closeLeftovers(libraryId: string): Promise<void> {
    await this.client.arrival.updateMany({ where: { libraryId, scanId: { not: null } }, data: { scanId: null } });
    const finished = { state: 'CANCELLED' as const, finishedAt: new Date() };
    await this.client.scan.updateMany({
      where: { libraryId, state: { in: ['LISTING', 'IMPORTING'] } },
      data: finished,
    });
    await this.client.$executeRaw`
      delete from scan where library_id = ${libraryId}::uuid and id not in (
        select id from scan where library_id = ${libraryId}::uuid order by started_at desc limit ${KEPT_OF_A_LIBRARY})`;
  }

  async update(id: string, data: Partial<Omit<Scan, 'id' | 'libraryId' | 'tally'>>): Promise<void> {
    await this.client.scan.updateMany({ where: { id }, data });
  }

  async end(id: string, state: ScanState, why: { code: string; detail: string } | null = null): Promise<void> {
    await this.update(id, {
      state,
      finishedAt: new Date(),
      errorCode: why?.code ?? null,
      errorDetail: why?.detail ?? null,
    });
  }

  /** Adds what a batch came to. In the transaction of the batch, so that no crash counts it twice or not at all. */
  async count(id: string, { done, failed, moved }: ScanProgress): Promise<void> {
    await this.client.$executeRaw`
      update scan set done = done + ${done}, failed = failed + ${failed}, moved = moved + ${moved}
      where id = ${id}::uuid`;
  }

  async complain(scanId: string, faults: Fault[]): Promise<void> {
    if (faults.length === 0) return;
    const known = await this.client.scanFault.count({ where: { scanId } });
    const kept = faults.slice(0, Math.max(0, FAULTS_KEPT - known));
    await this.client.scanFault.createMany({ data: kept.map((fault) => ({ scanId, ...fault })), skipDuplicates: true });
  }

  find(id: string): Promise<Scan | null> {
    return this.client.scan.findUnique({ where: { id } });
  }

  faultsOf(scanId: string): Promise<ScanFault[]> {
    return this.client.scanFault.findMany({ where: { scanId }, orderBy: { path: 'asc' } });
  }

  /** Newest first. */
  ofLibrary(libraryId: string): Promise<Scan[]> {
    return this.client.scan.findMany({ where: { libraryId }, orderBy: { startedAt: 'desc' } });
  }

  /** The newest that came to an end: what people have seen, also while another one is under way. */
  lastFinished(libraryId: string): Promise<Scan | null> {
    return this.client.scan.findFirst({
      where: { libraryId, finishedAt: { not: null } },
      orderBy: { startedAt: 'desc' },
    });
  }

  /** The newest scan of each library. */
  async latest(libraryIds: string[]): Promise<Map<string, Scan>> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select distinct on (library_id) id::text from scan
      where library_id in (${Prisma.join(libraryIds.map((id) => Prisma.sql`${id}::uuid`))})
      order by library_id, started_at desc`;
    const scans = await this.client.scan.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    return new Map(scans.map((scan) => [scan.libraryId, scan]));
  }
}
