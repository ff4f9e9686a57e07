import type { WebdavConnection } from '@octavo/contracts';
import { DavServer, type DavManners, type DavTree } from '@octavo/testing';
import { type House, startHouse, until } from './house.js';

export const ANN = { username: 'ann', password: 'sésame; open' };

/** A house beside a WebDAV server that Ann has an account on. */
export interface DavHouse {
  house: House;
  dav: DavServer;
  /** Connects the administrator to the server, and waits until it was compared and all files were looked into. */
  connect(more?: Record<string, unknown>): Promise<WebdavConnection>;
  /** Has the server compared, and waits for the end of it. */
  sync(id: string): Promise<WebdavConnection>;
  shown(id: string): Promise<WebdavConnection>;
  /** Waits until no file is left that nobody has looked into. */
  read(id: string): Promise<void>;
  /** Titles of the books that are there, in their order. */
  titles(missing?: boolean): Promise<string[]>;
  close(): Promise<void>;
}

export async function startDavHouse(
  tree: DavTree,
  {
    manners = {},
    settings = {},
    backend = 'postgres',
  }: { manners?: DavManners; settings?: Record<string, string>; backend?: 'redis' | 'postgres' } = {},
): Promise<DavHouse> {
  const dav = await DavServer.start(tree, { signIn: { ...ANN, scheme: 'basic' }, ...manners });
  const house = await startHouse(backend, {}, { OUTBOUND_ALLOW: '127.0.0.1', ...settings });
  const { admin } = house;
  const shown = async (id: string) => (await admin.get(`/api/webdav/${id}`)).body as WebdavConnection;
  const over = (id: string, what: string) =>
    until(what, async () => {
      const connection = await shown(id);
      return connection.sync?.finishedAt && connection;
    });
  const read = async (id: string) => {
    await until('all files to be looked into', async () => (await shown(id)).unreadCount === 0);
    await house.quiet();
  };
  return {
    house,
    dav,
    shown,
    read,
    connect: async (more = {}) => {
      const { status, body } = await admin.post('/api/webdav', { baseUrl: dav.url, ...ANN, ...more });
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      await over(body.id, 'the first comparison');
      await read(body.id);
      return shown(body.id);
    },
    sync: async (id) => {
      const before = (await shown(id)).sync?.id;
      const { status, body } = await admin.post(`/api/webdav/${id}/sync`);
      if (status !== 202) throw new Error(`${status}: ${JSON.stringify(body)}`);
      await until('another comparison', async () => {
        const { sync } = await shown(id);
        return sync !== null && sync.id !== before && sync.finishedAt !== null;
      });
      return shown(id);
    },
    titles: async (missing) => {
      const { body } = await admin.get(
        `/api/books?limit=200&sort=title${missing === undefined ? '' : `&missing=${missing}`}`,
      );
      return (body.items as { title: string }[]).map(({ title }) => title);
    },
    close: async () => {
      await house.close();
      await dav.close();
    },
  };
}
