import { readConfig } from '@octavo/platform';
import { dirname, join } from 'node:path';
import { rotateKeys } from '../src/key-rotation.js';
import { CANARY, dumpOf, MANNERS, revealed, TREE } from './dav-canary.js';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';
import { BACKENDS, redisOfThisWorker, until } from './house.js';

async function dumpOfRedis(): Promise<string> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(redisOfThisWorker());
  const dumps: string[] = [];
  for (const key of await redis.keys('*')) dumps.push(key, (await redis.dumpBuffer(key))?.toString('latin1') ?? '');
  redis.disconnect();
  return dumps.join('\n');
}

describe('a password', () => {
  let at: DavHouse;
  let id: string;
  beforeAll(async () => {
    at = await startDavHouse(TREE, { manners: MANNERS });
    id = (await at.connect({ password: CANARY })).id;
  });
  afterAll(() => at?.close());
  beforeEach(async () => {
    at.dav.recover();
    await at.house.quiet();
    at.dav.asked.length = 0;
  });
  const sealed = async (of = id) => {
    const statement = 'select secret from webdav_connection where library_id = $1';
    return (await at.house.sql<{ secret: string }>(statement, [of]))[0]!.secret;
  };
  const put = (secret: string) =>
    at.house.sql('update webdav_connection set secret = $1 where library_id = $2', [secret, id]);

  it('is kept as another text each time, of the same length', async () => {
    const baseUrl = `${at.dav.url}Folder%201/`;
    const { body } = await at.house.admin.post('/api/webdav', { baseUrl, ...ANN, password: CANARY, paused: true });
    const [one, other] = [await sealed(), await sealed(body.id)];
    expect(one).not.toBe(other);
    expect(one).toHaveLength(other.length);
    expect(revealed(one + other)).toEqual([]);
    await at.house.admin.delete(`/api/webdav/${body.id}`);
  });

  it('that was changed by as much as a bit is never sent, and has to be given anew', async () => {
    const [keyId, payload] = (await sealed()).split('.');
    const { length } = Buffer.from(payload!, 'base64url');
    for (const byte of [0, 13, length - 1]) {
      const bytes = Buffer.from(payload!, 'base64url');
      bytes[byte]! ^= 0x10;
      await put(`${keyId}.${bytes.toString('base64url')}`);
      at.dav.asked.length = 0;
      expect(await at.sync(id).catch(() => at.shown(id))).toMatchObject({
        ...{ state: 'UNREADABLE', lastErrorCode: 'secret_undecryptable', nextSyncAt: null },
      });
      expect((await at.house.admin.post(`/api/webdav/${id}/sync`)).status).not.toBe(202);
      expect(at.dav.asked).toEqual([]);
      expect((await at.house.admin.patch(`/api/webdav/${id}`, { password: CANARY })).body.state).toBe('ACTIVE');
      await at.house.quiet();
    }
    expect(await at.sync(id)).toMatchObject({ lastSyncStatus: 'OK', failures: 0, missingCount: 0 });
  });

  it('stays readable while the keys are rotated, for a house that does not stop', async () => {
    const before = await sealed();
    const config = readConfig({ DATA_DIR: join(dirname(at.house.books), 'data') });
    for (let times = 0; times < 2; times++) {
      expect(await rotateKeys(config, at.house.databaseUrl, { writtenWithinMs: 0 })).toMatchObject({ isOver: true });
      expect(await at.sync(id)).toMatchObject({ state: 'ACTIVE', lastSyncStatus: 'OK' });
    }
    const after = await sealed();
    expect(after.split('.')[0]).not.toBe(before.split('.')[0]);
    await at.house.admin.patch(`/api/webdav/${id}`, { password: CANARY });
    expect((await sealed()).split('.')[0]).toBe(after.split('.')[0]);
  });
});

describe.each(BACKENDS)('while a server is compared (queues in %s)', (backend) => {
  it('nobody finds a password in the queue, the ledger or any other table', async () => {
    const at = await startDavHouse(TREE, { manners: MANNERS, backend });
    try {
      const { id } = await at.connect({ password: CANARY });
      at.dav.treat(/./, { delay: 300 });
      at.dav.asked.length = 0;
      const { body } = await at.house.admin.post(`/api/webdav/${id}/sync`);
      await at.house.admin.post(`/api/webdav/${id}/sync`); // one that waits, too
      await until('the server to be asked', () => Promise.resolve(at.dav.asked.length > 1));
      const job = (await at.house.admin.get(`/api/jobs/${body.jobId}`)).body;
      expect(job.state).toBe('active');
      const jobs = JSON.stringify([job, (await at.house.admin.get('/api/jobs')).body]);
      const dump = await dumpOf(at);
      expect(dump).toContain(body.jobId);
      const queue = backend === 'redis' ? await dumpOfRedis() : '';
      expect(revealed(jobs + dump + queue)).toEqual([]);
      expect(jobs + dump + queue).not.toMatch(/authorization/i);
    } finally {
      await at.close();
    }
  });
});
