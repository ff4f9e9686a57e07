import type { JobContext } from '@octavo/contracts';
import {
  type Announcements,
  ContentLocks,
  Database,
  type FolderLibrary,
  type Listed,
  type WholeBook,
} from '@octavo/database';
import { bookFrom, type Format, withPathTitle } from '@octavo/domain';
import { readConfig } from '@octavo/platform';
import type { Jobs } from '@octavo/queue';
import type { Originals } from '@octavo/remote';
import { DataFiles, fingerprintOfBytes, LibraryFiles, LibraryReplacements, LibraryRewrites } from '@octavo/storage';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import type { PinoLogger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConvertFile } from '../src/converting/convert-file.js';
import { KepubifyAtHand } from '../src/converting/kepubify-at-hand.js';
import { LibraryCopies } from '../src/converting/library-copies.js';
import { MakeKepub } from '../src/converting/make-kepub.js';
import { KepubFiles } from '../src/kepub-files.js';
import { PrepareBook } from '../src/prepare-book.processor.js';
import { RemoveReplaced } from '../src/replacing/remove-replaced.js';
import { ReplaceOriginal } from '../src/replacing/replace-original.js';
import { SettleForm } from '../src/settle-form.js';
import { WriteMetadata } from '../src/write-metadata.processor.js';
import { RewriteFile } from '../src/writing/rewrite-file.js';
import { SettleRewrites } from '../src/writing/settle-rewrites.js';
import { WriteInto } from '../src/writing/write-into.js';

export const CONTEXT: JobContext = { runId: '', progress: () => undefined, signal: new AbortController().signal };

const SILENT = { info: () => undefined, warn: () => undefined } as unknown as PinoLogger;

/** A conversion worker as its settings make it, on the database and folders of a workshop. */
export interface Bench {
  kepubs: MakeKepub;
  convertFile: ConvertFile;
  prepare(bookId: string, context?: JobContext): ReturnType<PrepareBook['process']>;
  replacing: ReplaceOriginal;
  removal: RemoveReplaced;
}

/** A worker that writes into users' files. */
export interface Desk {
  write(fileId: string): ReturnType<WriteMetadata['process']>;
  settle: SettleRewrites;
  rewrites: LibraryRewrites;
}

/** The conversion worker's parts over a real database and real folders, without a queue. Close it. */
export class Workshop {
  /** What was asked of the queue. */
  readonly asked: unknown[] = [];
  private readonly benches: (() => Promise<void>)[] = [];
  private count = 0;

  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
    readonly folder: string,
    public library: FolderLibrary,
    readonly data: DataFiles,
  ) {}

  static async open(): Promise<Workshop> {
    const test = await testDatabase();
    const database = await Database.open(test.url, 6);
    const folder = await mkdtemp(join(tmpdir(), 'octavo-conversion-'));
    await mkdir(join(folder, 'books'));
    const library = await database.libraries.ensure(join(folder, 'books'), 'Books');
    return new Workshop(test, database, folder, library, new DataFiles(join(folder, 'data')));
  }

  /** From now on, files go to an empty library of another name, and are numbered from 1 again. */
  async emptyLibrary(): Promise<void> {
    const path = await mkdtemp(join(this.folder, 'books-'));
    this.library = await this.database.libraries.ensure(path, path);
    this.count = 0;
  }

  private readonly announcements = { announce: () => undefined } as unknown as Announcements;
  private readonly jobs = {
    add: (_job: unknown, payload: unknown) => Promise.resolve(this.asked.push(payload)),
  } as unknown as Jobs;

  get copies(): LibraryCopies {
    const here: Pick<Originals, 'openWhole'> = {
      openWhole: ({ path }, name) => new LibraryFiles().open(path!, name),
    };
    return new LibraryCopies(this.database, here as Originals);
  }

  get kepubFiles(): KepubFiles {
    return new KepubFiles(this.data, this.copies);
  }

  /** `settings` as an environment has them. */
  bench(settings: Record<string, string> = {}): Bench {
    const config = readConfig({ DATA_DIR: join(this.folder, 'data'), ...settings });
    const kepubify = new KepubifyAtHand(config, SILENT);
    const kepubs = new MakeKepub(config, kepubify);
    const locks = new ContentLocks(this.test.url);
    const replacements = new LibraryReplacements(new LibraryFiles());
    const removal = new RemoveReplaced(this.database, replacements, SILENT);
    const replacing = new ReplaceOriginal(this.database, this.data, replacements, removal);
    const convertFile = new ConvertFile(this.database, locks, this.copies, this.data, kepubs);
    const settleForm = new SettleForm(config, this.database, convertFile, replacing);
    const processor = new PrepareBook(this.database, settleForm, kepubs, this.announcements, this.jobs);
    kepubify.onApplicationBootstrap();
    this.benches.push(async () => {
      kepubify.beforeApplicationShutdown();
      await kepubs.beforeApplicationShutdown();
      await locks.close();
    });
    const prepare = (bookId: string, context = CONTEXT) => processor.process({ bookId }, context);
    return { kepubs, convertFile, prepare, replacing, removal };
  }

  /** As `bench`. */
  desk(): Desk {
    const locks = new ContentLocks(this.test.url);
    const rewrites = new LibraryRewrites(new LibraryFiles());
    const settle = new SettleRewrites(this.database, locks, rewrites, SILENT);
    const rewriting = new RewriteFile(this.database, this.data, rewrites, settle);
    const writeInto = new WriteInto(this.database, this.data, this.copies, rewriting);
    const processor = new WriteMetadata(this.database, settle, writeInto, this.announcements, this.jobs);
    this.benches.push(async () => {
      await writeInto.beforeApplicationShutdown();
      await locks.close();
    });
    return { settle, rewrites, write: (fileId) => processor.process({ fileId }, CONTEXT) };
  }

  /** A file in the library, as the first of a book of its own. */
  async bookWith(
    bytes: Uint8Array,
    format: Format = 'epub',
    ownerId: string | null = null,
  ): Promise<{ bookId: string; fileId: string; path: string }> {
    const path = `${++this.count}.${format === 'kepub' ? 'kepub.epub' : format}`;
    await writeFile(join(this.library.path, path), bytes);
    const listed = await this.listed(path);
    const [bookId] = await this.database.newBooks.addAll([
      {
        ...{ ownerId, libraryId: this.library.id, groupKey: path },
        listed,
        kept: { ...bookFrom(withPathTitle([], path)), status: 'READY', coverId: null },
        content: { ownerId, fingerprint: fingerprintOfBytes(bytes), size: listed.size },
        findings: { format, layout: 'reflowable', drm: null, problem: null, warnings: [] },
      },
    ]);
    const [file] = await this.database.files.ofBook(bookId!);
    return { bookId: bookId!, fileId: file!.id, path };
  }

  /** A library on a server that nobody can reach, of a user who has no device. Gives its id. */
  async connectedLibrary(): Promise<string> {
    const person = { email: `${randomUUID()}@example.org`, name: '', role: 'reader' as const, passwordHash: '' };
    const { id: userId } = await this.database.users.create(person);
    const access = { baseUrl: 'http://a/', username: '', scheme: 'none', secret: null, facts: {} };
    const libraryId = randomUUID();
    await this.database.connections.add({ ...access, libraryId, userId, name: 'A' });
    return libraryId;
  }

  /** A file of the library as a listing shows it. */
  async listed(path: string): Promise<Listed> {
    const { size, mtimeNs, ino } = await stat(join(this.library.path, path), { bigint: true });
    return { path, size, mtimeNs, inode: `${ino}` };
  }

  /** As it is in the database. */
  async book(bookId: string): Promise<WholeBook> {
    return (await this.database.books.find(bookId))!;
  }

  async close(): Promise<void> {
    for (const close of this.benches) await close();
    await this.database.close();
    await this.test.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
