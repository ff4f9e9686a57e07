import type { AudibleAccount, AudibleStore, AudibleSync } from '@octavo/contracts';
import { FakeAudible, type FakeAudibleOptions } from '@octavo/testing';
import { type House, startHouse, until } from './house.js';

/** A house beside a stand-in for Audible where Anna has bought something. */
export interface AudibleHouse {
  house: House;
  audible: FakeAudible;
  /** Imports Anna's file, and waits until her library was looked through. */
  connect(more?: Record<string, unknown>): Promise<AudibleAccount>;
  /** Has all of an account's stores looked at, and waits for the end of it. */
  sync(id: string, how?: { full?: boolean }): Promise<AudibleStore>;
  /**
   * Waits until nobody looks at a library or is to. What follows from looks, such as asking about hundreds of series, may
   * take longer than a test likes to wait.
   */
  looked(): Promise<void>;
  shown(id: string): Promise<AudibleAccount>;
  /** Of one store, the newest look that is over. */
  lastSync(id: string): Promise<AudibleSync>;
  /** Titles of the books that are there, in their order. */
  titles(): Promise<string[]>;
  close(): Promise<void>;
}

/** `libraries` and `manners` as FakeAudible has them; every marketplace is at an address of its own. */
export async function startAudibleHouse(
  options: FakeAudibleOptions = {},
  { settings = {}, backend = 'postgres' }: { settings?: Record<string, string>; backend?: 'redis' | 'postgres' } = {},
): Promise<AudibleHouse> {
  const audible = await FakeAudible.start(options);
  const base = `${audible.url}/{country}`;
  const house = await startHouse(backend, {}, { AUDIBLE_API_BASE_URL: base, AMAZON_AUTH_BASE_URL: base, ...settings });
  const { admin } = house;
  const shown = async (id: string) => (await admin.get(`/api/audible/${id}`)).body as AudibleAccount;
  const looked = async () => {
    await until('all looks to be over', async () => {
      const rows = await house.sql(`select 1 from job_run where name = 'syncStore' and state in ('waiting', 'active')`);
      return rows.length === 0;
    });
  };
  const isOver = ({ stores }: AudibleAccount) => stores.every(({ sync }) => sync !== null && sync.state !== 'RUNNING');
  return {
    house,
    audible,
    looked,
    shown,
    connect: async (more = {}) => {
      const authFile = audible.account().authFile(options.country ?? 'us');
      const { status, body } = await admin.post('/api/audible/import', { authFile, ...more });
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      const id = (body as AudibleAccount).id;
      await until('the first look', async () => isOver(await shown(id)));
      await looked();
      return shown(id);
    },
    sync: async (id, { full = false } = {}) => {
      const before = new Set((await shown(id)).stores.map(({ sync }) => sync?.id));
      const { status, body } = await admin.post(`/api/audible/${id}/sync?full=${full}`);
      if (status !== 202) throw new Error(`${status}: ${JSON.stringify(body)}`);
      await until('another look', async () => {
        const now = await shown(id);
        return isOver(now) && now.stores.every(({ sync }) => !before.has(sync?.id));
      });
      await looked();
      return (await shown(id)).stores[0]!; // a store is read before its look: the one may be older than the other
    },
    lastSync: async (id) => (await shown(id)).stores[0]!.sync!,
    titles: async () => {
      const titles: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const cursor = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
        const { body } = await admin.get(`/api/books?limit=200&sort=title${cursor}`);
        titles.push(...(body.items as { title: string }[]).map(({ title }) => title));
        next = body.next as string | null;
      }
      return titles;
    },
    close: async () => {
      await house.close();
      await audible.close();
    },
  };
}
