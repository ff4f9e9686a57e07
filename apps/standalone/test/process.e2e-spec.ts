import { anEpub } from '@octavo/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './house.js';
import { Visitor } from './visitor.js';

const ACCOUNT = { ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'correct horse battery' };

/** Octavo as `npm start` runs it, in a process of its own. */
class Started {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(folder: string, settings: Record<string, string>) {
    const env = {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      ENRICHMENT: 'off',
      DATA_DIR: join(folder, 'data'),
      LIBRARY_DIRS: join(folder, 'books'),
      LOG_LEVEL: 'warn',
      ...ACCOUNT,
      ...settings,
    };
    this.child = spawn(process.execPath, ['dist/apps/standalone/src/main.js'], { env: env });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (text) => (this.output += text));
    this.ended = new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }

  ready(): Promise<string> {
    return until('the ready line', () => Promise.resolve(/Octavo is ready at (http:\S+)/.exec(this.output)?.[1]));
  }
}

/** Processes whose command line names this folder: what a stopped house must not leave behind. */
async function leftBehind(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(folder));
}

describe('Octavo in a process of its own', () => {
  let folder: string;
  const port = String(20_000 + Math.floor(Math.random() * 10_000));
  const running: Started[] = [];
  const start = (settings: Record<string, string> = {}) => {
    const started = new Started(folder, { PORT: port, ...settings });
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-process-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'books'));
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await until('the servers to end', async () => (await leftBehind(folder)).length === 0);
    await rm(folder, { recursive: true, force: true });
  });

  it('starts with nothing but a folder, and takes over what a killed one left behind, jobs included', async () => {
    for (let n = 0; n < 30; n++) {
      await writeFile(join(folder, 'books', `${n}.epub`), anEpub().titled(`Book ${n}`).withChapters(3, 30).build());
    }
    const first = start();
    const url = await first.ready();
    const ada = new Visitor(url);
    await ada.signIn(ACCOUNT.ADMIN_EMAIL, ACCOUNT.ADMIN_PASSWORD);
    await until('some books', async () => (await ada.get('/api/books')).body.total >= 5);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = start();
    await second.ready();
    const again = new Visitor(url);
    await again.signIn(ACCOUNT.ADMIN_EMAIL, ACCOUNT.ADMIN_PASSWORD);
    const get = async (path: string) => (await again.get(path)).body;
    // what the killed worker had in hand is given to another once its lock has ended
    await until('every book, once', async () => (await get('/api/books?limit=200')).total === 30);
    await until('every job to end', async () => {
      const [waiting, active] = [await get('/api/jobs?state=waiting'), await get('/api/jobs?state=active')];
      return waiting.total + active.total === 0;
    });
    const titles = (await again.get('/api/books?limit=200')).body.items.map(({ title }: { title: string }) => title);
    expect(new Set(titles).size).toBe(30);
    expect((await again.get('/api/jobs?state=failed')).body.total).toBe(0);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await leftBehind(folder)).toEqual([]);
  });

  it('says in one line that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const taken = (server.address() as { port: number }).port;
    const started = start({ PORT: String(taken) });
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(
      new RegExp(`^Octavo cannot start\\. Port ${taken} is taken by another program`, 'm'),
    );
    expect(started.output).not.toMatch(/\n\s+at /);
    server.close();
  });

  it.each([
    ['nothing listens', 'postgresql://octavo:s3cret@127.0.0.1:1/octavo'],
    ['no such host', 'postgresql://octavo:s3cret@no-such-host.invalid/octavo'],
  ])('says in one line what is wrong with DATABASE_URL: %s', async (_what, DATABASE_URL) => {
    const started = start({ DATABASE_URL });
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(/^Octavo cannot start\. .*DATABASE_URL/m);
    expect(started.output).not.toContain('s3cret');
    expect(started.output).not.toMatch(/\n\s+at /);
  });

  it('names every wrong setting', async () => {
    const started = start({ PORT: 'eighty', SCAN_INTERVAL: 'often' });
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(/These settings are wrong:\n {2}PORT: .*\n {2}SCAN_INTERVAL: /);
  });

  it('starts although a library folder is not there, and says so on the library', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    const started = start({ LIBRARY_DIRS: `${join(folder, 'books')},${join(file, 'below')}` });
    const ada = new Visitor(await started.ready());
    await ada.signIn(ACCOUNT.ADMIN_EMAIL, ACCOUNT.ADMIN_PASSWORD);
    await until('the complaint', async () => {
      const { items } = (await ada.get('/api/libraries')).body;
      return items.some(
        (library: { problem: { code: string } | null }) => library.problem?.code === 'library.unavailable',
      );
    });
    expect((await ada.get('/api/books')).body.total).toBe(30);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
  });
});
