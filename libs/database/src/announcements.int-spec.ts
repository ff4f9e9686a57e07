import { LibraryEvent } from '@octavo/contracts';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { Announcements } from './announcements.js';
import { newId } from './ids.js';
import { Leadership } from './leadership.js';

/** After a gap, much of each kind may have changed. */
const KINDS = LibraryEvent.shape.kind.options.length;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test?.drop());

async function when(what: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !what(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(what()).toBe(true);
}

describe('announcements', () => {
  it('reach every process, repeats once, a flood as one', async () => {
    const [here, there] = [new Announcements(test.url), new Announcements(test.url)];
    const heard: LibraryEvent[] = [];
    await there.listen((event) => heard.push(event));
    const id = newId();
    for (let i = 0; i < 5; i++) here.announce('book', id);
    for (let i = 0; i < 100; i++) here.announce('job', newId());
    await when(() => heard.length >= 2);
    expect(heard).toHaveLength(2);
    expect(heard).toEqual(
      expect.arrayContaining([
        { kind: 'book', id },
        { kind: 'job', id: null },
      ]),
    );
    await Promise.all([here.close(), there.close()]);
  });

  it('are heard again after the connection was lost', async () => {
    const [here, there] = [new Announcements(test.url), new Announcements(test.url)];
    const heard: LibraryEvent[] = [];
    await there.listen((event) => heard.push(event));
    const admin = new pg.Client({ connectionString: test.url });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    );
    await admin.end();
    await when(() => heard.length === KINDS);
    expect(heard.every((event) => event.id === null)).toBe(true); // much may have changed meanwhile
    const id = newId();
    here.announce('source', id);
    await when(() => heard.length === KINDS + 1);
    expect(heard[KINDS]).toEqual({ kind: 'source', id });
    await Promise.all([here.close(), there.close()]);
  });
});

describe('a listener whose database is away for a while', () => {
  it('comes back as one listener, however often it tried', async () => {
    const { hostname, port } = new URL(test.url);
    const sockets = new Set<Socket>();
    let attempts = 0;
    const relay = () =>
      createServer((client) => {
        attempts += 1;
        const server = connect(Number(port), hostname);
        for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
        client.pipe(server).pipe(client);
      });
    let door = relay().listen(0, '127.0.0.1');
    await once(door, 'listening');
    const through = new URL(test.url);
    const { port: doorPort } = door.address() as AddressInfo;
    through.port = String(doorPort);
    const [here, there] = [new Announcements(test.url), new Announcements(through.href)];
    const heard: LibraryEvent[] = [];
    await there.listen((event) => heard.push(event));

    door.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    attempts = 0;
    door = relay().listen(doorPort, '127.0.0.1');
    await when(() => heard.length >= KINDS);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect([attempts, heard.length]).toEqual([1, KINDS]);
    here.announce('book', newId());
    await when(() => heard.length > KINDS);
    expect(heard).toHaveLength(KINDS + 1);
    await Promise.all([here.close(), there.close()]);
    door.close();
    for (const socket of sockets) socket.destroy();
  });
});

describe('leadership', () => {
  it('is with one process at a time, and goes to another when its connection dies or it closes', async () => {
    const leading = new Set<string>();
    const candidate = (name: string) =>
      new Leadership(test.url, 'watch libraries', () => {
        leading.add(name);
        return Promise.resolve(() => {
          leading.delete(name);
          return Promise.resolve();
        });
      });
    const [one, two] = [candidate('one'), candidate('two')];
    await one.start();
    await two.start();
    expect([...leading]).toEqual(['one']);
    await one.close();
    expect([...leading]).toEqual([]);
    await when(() => leading.has('two'));
    await two.close();
    expect([...leading]).toEqual([]);
  });
});

describe('an id', () => {
  it('is a UUID of version 7 that sorts by time', () => {
    const ids = Array.from({ length: 100 }, newId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[99]!.slice(0, 12) >= ids[0]!.slice(0, 12)).toBe(true);
  });
});
