import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_KEPUB_OPTIONS as options, type KepubOptions } from '../kepub/kepub-options.js';
import { Kepubify } from './kepubify.js';
import type { KepubifyLimits } from './limits.js';
import { bookThat, isAlive, type Order, putBook, seenBy, writeProgram } from './testing/stand-in.js';

const GIB = 1024 ** 3;

let root: string;
let program: string;
let output: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'octavo-kepubify-'));
  program = await writeProgram(join(root, 'kepubify'));
  mkdirSync(join(root, 'made'));
  output = join(root, 'made', 'book.kepub');
});

afterEach(() => rm(root, { recursive: true, force: true }));

const prepared = (limits: Partial<KepubifyLimits> = {}) =>
  Kepubify.prepare({ path: program, folder: join(root, 'tools'), downloadFrom: 'http://127.0.0.1:1', limits });

/** Converts a book that gives the order; what is left beside the output is told too. */
async function convert(order: Order, limits: Partial<KepubifyLimits> = {}, signal?: AbortSignal) {
  const kepubify = await prepared(limits);
  const book = putBook(program, 'book.epub', order);
  return kepubify.convert(book, output, signal ? { options, signal } : { options });
}

const left = () => readdirSync(join(root, 'made'));

async function untilSeen() {
  for (;;) {
    const seen = await seenBy(program);
    if (seen) return seen;
    await pause(10);
  }
}

/** A killed process takes a moment to go; one that was not killed stays. */
async function untilDead(...pids: number[]) {
  for (const deadline = Date.now() + 5_000; pids.some(isAlive); await pause(10)) {
    if (Date.now() > deadline) throw new Error('a process is still there');
  }
}

describe('A conversion by kepubify', () => {
  it('puts the result in place, readable to others, and leaves nothing else', async () => {
    await convert({});
    expect(readFileSync(output, 'latin1')).toBe('PK\x03\x04converted');
    expect(statSync(output).mode & 0o777).toBe(0o644);
    expect(left()).toEqual(['book.kepub']);
  });

  it('replaces an older result, and not the book that was linked', async () => {
    writeFileSync(output, 'old');
    await convert({});
    expect(readFileSync(output, 'latin1')).toContain('converted');
    expect(readFileSync(join(root, 'book.epub'), 'latin1')).toBe(bookThat({}));
  });

  it.each([
    'a book.epub',
    'done already.kepub.epub',
    '-o.epub',
    '--help',
    'no ending',
    `it's "quoted" \`and\` \\ more.epub`,
    'two\nlines.epub',
    '$(touch x).epub',
    '; touch x #.epub',
    '📚 ünïcödé 漢字.epub',
    '*?.epub',
  ])('is given a book called %j under a plain name', async (name) => {
    const kepubify = await prepared();
    await kepubify.convert(putBook(program, name), output, { options });
    const { args, files, folder } = (await seenBy(program))!;
    expect(args).toEqual(['-o', 'result.kepub.epub', '--', 'source.epub']);
    expect(files).toEqual(['source.epub']);
    expect(folder.startsWith(join(root, 'made', '.kepubify-'))).toBe(true);
    expect(left()).toEqual(['book.kepub']);
    expect(existsSync(join(root, 'x'))).toBe(false);
  });

  it('hands the options over as they are', async () => {
    const kepubify = await prepared();
    const told: KepubOptions = { ...options, titlePage: 'never', css: ['-o "$(touch x)"\n\'p\' { a: b }'] };
    await kepubify.convert(putBook(program, 'a.epub'), output, { options: told });
    const { args } = (await seenBy(program))!;
    expect(args.slice(0, 2)).toEqual(['--no-add-dummy-titlepage', `--css=${told.css[0]}`]);
  });

  it('lets nothing of our environment through, and nothing to read', async () => {
    process.env['OCTAVO_PROBE'] = 'secret';
    await convert({}).finally(() => delete process.env['OCTAVO_PROBE']);
    const { env, stdin, folder } = (await seenBy(program))!;
    expect(env).toEqual({ GOMAXPROCS: '2', GOTRACEBACK: 'none', LC_ALL: 'C.UTF-8', TMPDIR: folder });
    expect(stdin).toBe(0);
  });

  it.each<[string, Order, string]>([
    [
      'fails',
      { exit: 1, says: 'Error: zip: not a valid zip file\n' },
      'kepubify ended with 1: zip: not a valid zip file.',
    ],
    [
      'panics',
      { exit: 2, says: 'panic: runtime error\n\ngoroutine 1 [running]:\n' },
      'kepubify crashed: panic: runtime error.',
    ],
    ['is killed', { kills: 'SIGSEGV' }, 'kepubify was ended by SIGSEGV, perhaps because memory ran out.'],
    [
      'says where things lie',
      { exit: 1, says: 'Error: open HERE/x.epub: bad\n' },
      'kepubify ended with 1: open x.epub: bad.',
    ],
    [
      'talks without end',
      { exit: 1, says: 'x'.repeat(1_000_000), times: 10 },
      `kepubify ended with 1: ${'x'.repeat(300)}.`,
    ],
    ['writes nothing', { writes: null }, 'kepubify said that all went well, but wrote no book.'],
    ['writes a folder', { folder: true }, 'kepubify said that all went well, but wrote no book.'],
    ['writes an empty file', { writes: '' }, 'What kepubify wrote is not a book.'],
    ['writes a page', { writes: '<!doctype html>' }, 'What kepubify wrote is not a book.'],
  ])('that %s is a problem of the book', async (_what, order, detail) => {
    await expect(convert(order)).rejects.toMatchObject({ code: 'conversion.failed', detail });
    expect(left()).toEqual([]);
  });

  it('that fails leaves an older result alone', async () => {
    writeFileSync(output, 'old');
    await expect(convert({ exit: 1 })).rejects.toMatchObject({ code: 'conversion.failed' });
    expect(readFileSync(output, 'latin1')).toBe('old');
  });

  it('blames a full disk on the machine, so that it is tried again', async () => {
    const failure: unknown = await convert({ exit: 1, says: 'Error: no space left on device' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toHaveProperty('kind');
  });

  it('blames a program that is gone on nobody', async () => {
    await expect(convert({ vanishes: true, exit: 1 })).rejects.toMatchObject({ code: 'conversion.tool-missing' });
    const kepubify = await Kepubify.prepare({ path: await writeProgram(program), folder: root, downloadFrom: '' });
    chmodSync(program, 0o644);
    const gone = kepubify.convert(putBook(program, 'a.epub'), output, { options });
    await expect(gone).rejects.toMatchObject({ code: 'conversion.tool-missing', kind: 'unavailable' });
    expect(left()).toEqual([]);
  });

  it('needs its book', async () => {
    const kepubify = await prepared();
    const gone = kepubify.convert(join(root, 'nowhere.epub'), output, { options });
    await expect(gone).rejects.toMatchObject({ code: 'file.vanished' });
    symlinkSync('nowhere.epub', join(root, 'dangling.epub'));
    const dangling = kepubify.convert(join(root, 'dangling.epub'), output, { options });
    await expect(dangling).rejects.toMatchObject({ code: 'file.vanished' });
  });

  it('that hangs is ended in time, with all that it started', async () => {
    const conversionMs = () => 2_500; // enough for Node.js to start on a busy machine
    const hanging = convert({ hangs: true, forks: true }, { conversionMs });
    await expect(hanging).rejects.toMatchObject({
      code: 'conversion.failed',
      detail: 'kepubify took too long and was ended.',
    });
    const { pid, child } = (await seenBy(program))!;
    await untilDead(pid, child!);
    expect(left()).toEqual([]);
  });

  it('that leaves something running ends that too, and does not wait for it', async () => {
    await convert({ forks: true });
    const { child } = (await seenBy(program))!;
    await untilDead(child!);
  });

  it('is called off at once, with all that it started', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const hanging = convert({ hangs: true, forks: true }, {}, controller.signal);
    const outcome = expect(hanging).rejects.toBe(reason);
    const { pid, child } = await untilSeen();
    expect([pid, child].map((each) => isAlive(each!))).toEqual([true, true]);
    controller.abort(reason);
    await outcome;
    await untilDead(pid, child!);
    expect(left()).toEqual([]);
  });

  it('does not begin when it was called off before', async () => {
    const reason = new Error('enough');
    await expect(convert({}, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await seenBy(program)).toBeUndefined();
  });

  const onLinux = process.platform === 'linux' && existsSync('/usr/bin/prlimit') ? it : it.skip;

  onLinux('has so much memory and processor time and no more', async () => {
    await convert({}, { memoryBytes: 4 * GIB, conversionMs: () => 30_000 });
    const { limits } = (await seenBy(program))!;
    expect(limits).toMatch(new RegExp(`^Max address space +${4 * GIB} +${4 * GIB} `, 'm'));
    expect(limits).toMatch(/^Max cpu time +60 +60 /m);
  });

  onLinux('that eats memory ends itself', async () => {
    await expect(convert({ eats: true }, { memoryBytes: 2 * GIB })).rejects.toMatchObject({
      code: 'conversion.failed',
    });
    expect(left()).toEqual([]);
  });

  onLinux('does without the limits where the program cannot even start within them', async () => {
    await convert({}, { memoryBytes: 1024 });
    expect((await seenBy(program))!.limits).not.toMatch(/^Max address space +1024 /m);
  });

  it('runs beside others', async () => {
    const kepubify = await prepared();
    const names = ['a', 'b', 'c'];
    await Promise.all(names.map((name) => kepubify.convert(putBook(program, name), `${output}-${name}`, { options })));
    expect(left().sort()).toEqual(names.map((name) => `book.kepub-${name}`));
  });
});
