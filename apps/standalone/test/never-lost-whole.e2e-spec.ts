import type { Book } from '@octavo/contracts';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, freePort, until } from './house.js';
import { Killable, killUntil } from './killable.js';
import { COUNT, writeThousandBooks } from './thousand-books.js';
import { Visitor } from './visitor.js';

const PATIENCE = 240_000;
type Item = Pick<Book, 'title' | 'coverUrl' | 'status' | 'missing'>;

describe('a thousand books, and Octavo as npm start runs it', () => {
  let folder: string;
  let visitor: Visitor;
  let octavo: Killable;
  /** What the house said last. */
  let last = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-never-lost-whole-'));
    await chmod(folder, 0o755);
    await writeThousandBooks(join(folder, 'books'));
    const port = await freePort();
    octavo = new Killable('standalone', {
      HOST: '127.0.0.1',
      PORT: String(port),
      ENRICHMENT: 'off',
      DATA_DIR: join(folder, 'data'),
      LIBRARY_DIRS: join(folder, 'books'),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
    });
    visitor = new Visitor(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await octavo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function imported(): Promise<number> {
    const answer = await visitor.get('/api/books?limit=1').catch(() => undefined);
    if (answer?.status === 401) await visitor.signIn(ADMIN.email, ADMIN.password);
    return (last = answer?.body.total ?? last);
  }

  async function allBooks(): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor = ''; ;) {
      const { body } = await visitor.get(`/api/books?limit=200${cursor && `&cursor=${cursor}`}`);
      items.push(...body.items);
      if (!body.next) return items;
      cursor = body.next;
    }
  }

  it('are all there, once, though the whole house is killed again and again', async () => {
    await killUntil(octavo, {
      imported,
      count: COUNT,
      atMost: 6,
    });
    expect(octavo.kills).toBeGreaterThan(1);
    octavo.start();
    await until('every book', async () => (await imported()) >= COUNT, PATIENCE);
    await until(
      'the scan to end',
      async () => {
        const [library] = (await visitor.get('/api/libraries')).body.items;
        return library?.scan?.state === 'COMPLETED' && library.bookCount === COUNT;
      },
      PATIENCE,
    );
    const books = await allBooks();
    const titles = books.map(({ title }) => title);
    expect(titles.toSorted()).toEqual(Array.from({ length: COUNT }, (_, n) => `Book ${n}`).toSorted());
    const isWhole = ({ coverUrl, status, missing }: Item) => coverUrl !== null && status === 'READY' && !missing;
    expect(books.filter((book) => !isWhole(book))).toEqual([]);
    expect((await visitor.get('/api/jobs?state=failed')).body.total).toBe(0);
  }, 600_000);
});
