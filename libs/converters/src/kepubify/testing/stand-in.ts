import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the stand-in is told to do by the book it is given. */
export interface Order {
  exit?: number;
  /** On standard error, this often; HERE becomes the folder it runs in. */
  says?: string;
  times?: number;
  /** Never ends by itself. */
  hangs?: boolean;
  /** Starts another process, in its group, that never ends, and notes its number. */
  forks?: boolean;
  eats?: boolean;
  kills?: NodeJS.Signals;
  /** Instead of a converted book; null: nothing. */
  writes?: string | null;
  /** Makes a folder of that name where the result belongs. */
  folder?: boolean;
  /** Removes itself. */
  vanishes?: boolean;
}

/** What the stand-in saw of the world when it was asked to convert. */
export interface Seen {
  args: string[];
  env: Record<string, string>;
  folder: string;
  files: string[];
  stdin: number;
  limits: string;
  child?: number;
  pid: number;
}

const BEGINNING = 'PK\x03\x04';

/** A book that says what is to happen to it. */
export const bookThat = (order: Order) => `${BEGINNING}${JSON.stringify(order)}`;

const PROGRAM = String.raw`
const fs = require('node:fs');
const [, self, ...args] = process.argv;
if (args[0] === '--version') {
  VERSION;
} else {
  const text = fs.readFileSync(args.at(-1), 'utf8');
  const order = JSON.parse(text.slice(4));
  const limits = fs.existsSync('/proc/self/limits') ? fs.readFileSync('/proc/self/limits', 'utf8') : '';
  const stdin = fs.readSync(0, Buffer.alloc(1));
  const seen = { args, env: process.env, folder: process.cwd(), files: fs.readdirSync('.'), stdin, limits, pid: process.pid };
  if (order.forks) {
    const idle = ['-e', 'setInterval(() => {}, 1000)'];
    seen.child = require('node:child_process').spawn(process.execPath, idle, { stdio: 'inherit' }).pid;
  }
  fs.writeFileSync(self + '.seen.tmp', JSON.stringify(seen));
  fs.renameSync(self + '.seen.tmp', self + '.seen');
  for (let n = 0; n < (order.times ?? 1); n += 1) if (order.says) fs.writeSync(2, order.says.replace('HERE', process.cwd()));
  if (order.eats) for (const eaten = []; ; ) eaten.push(Buffer.alloc(64 * 1024 * 1024));
  if (order.vanishes) fs.unlinkSync(self);
  if (order.kills) process.kill(process.pid, order.kills);
  const out = args[args.indexOf('-o') + 1];
  if (order.folder) fs.mkdirSync(out);
  else if (order.writes !== null && !order.exit) fs.writeFileSync(out, order.writes ?? text.slice(0, 4) + 'converted', { mode: 0o600 });
  if (order.hangs || order.kills) setInterval(() => {}, 1000);
  else process.exit(order.exit ?? 0);
}
`;

const SAYS_VERSION = `fs.writeSync(1, 'kepubify v4.0.4\\n'); process.exit(0)`;

/** A program that takes kepubify's arguments; `version` is what it does when asked for its version. */
export function standIn(version = SAYS_VERSION): Buffer {
  return Buffer.from(`#!${process.execPath}\n${PROGRAM.replace('VERSION', () => version)}`);
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export async function writeProgram(path: string, bytes = standIn()): Promise<string> {
  await writeFile(path, bytes);
  await chmod(path, 0o755);
  return path;
}

/** Undefined as long as the program has not been asked to convert. */
export async function seenBy(program: string): Promise<Seen | undefined> {
  const text = await readFile(`${program}.seen`, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Seen);
}

/** Puts a book beside a program, under any name. */
export function putBook(program: string, name: string, order: Order = {}): string {
  const path = join(dirname(program), name);
  writeFileSync(path, bookThat(order));
  return path;
}

/** Whether a process still does anything; one that only waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
