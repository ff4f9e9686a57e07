import type { Ending } from './run-program.js';

// What colours text on a terminal.
const TERMINAL_CODES = /\p{Cc}\[[0-9;]*[A-Za-z]/gu;
const LONGEST_WORDS = 300;
const ERROR_LINE = /^\s*(?:Error(?: \(\d+\))?:|prlimit:)\s*(.+)$/i;
const CRASH_LINE = /^(?:panic|fatal error|runtime): .+$/;
// Folders before a name, of this system or of Windows; not those of an address, and not the slash of a closing tag.
const FOLDERS = /(?<![\w.</\\])(?:[A-Za-z]:)?(?![\\/]{2}\w+\.)(?:[\\/]+[^\s\\/:"'`<>|]+)+[\\/]+/g;
// What the disk refuses, it may grant later: the book is not to blame.
const OUTAGE = /no space left on device|disk quota exceeded|read-only file system|too many open files/i;

/** Why a program did not do what it should have, for a person to read behind "kepubify"; undefined when all is well. */
export function troubleIn(ending: Ending, folders: readonly string[] = []): string | undefined {
  const said = wordsOf(ending, folders);
  if (ending.notStarted) return `could not be started (${ending.notStarted})`;
  if (ending.outOfTime) return 'took too long and was ended';
  const crash = said.find((line) => CRASH_LINE.test(line));
  if (ending.code !== 0 && crash) return `crashed: ${crash}`;
  if (ending.signal) return `was ended by ${ending.signal}, perhaps because memory ran out`;
  if (ending.code === 0) return undefined;
  const errors = said.flatMap((line) => ERROR_LINE.exec(line)?.[1] ?? []);
  return `ended with ${ending.code}: ${errors.at(-1) ?? said.at(-1) ?? 'it did not say why'}`;
}

/** Whether a failure is this machine's, not the book's: a full disk and the like. */
export function isOutage({ out, err }: Ending): boolean {
  return OUTAGE.test(err) || OUTAGE.test(out);
}

/** The first line a program printed, without control characters, cut to so many. */
export function firstLine(text: string, longest: number): string {
  return [...(printable(text)[0] ?? '')].slice(0, longest).join('').trim();
}

/** Where a file lies is nobody's business but the operator's: paths become names of files. */
export function withoutFolders(text: string, folders: readonly string[] = []): string {
  const known = folders.filter((folder) => folder.length > 1).sort((a, b) => b.length - a.length);
  const bare = known.reduce((rest, folder) => rest.replaceAll(`${folder}/`, '').replaceAll(folder, ''), text);
  return bare.replace(FOLDERS, '');
}

function wordsOf({ out, err }: Ending, folders: readonly string[]): string[] {
  return printable(withoutFolders(`${out}\n${err}`, folders)).map((line) => [...line].slice(0, LONGEST_WORDS).join(''));
}

/** The lines that say something. */
function printable(text: string): string[] {
  const lines = text.replace(TERMINAL_CODES, '').split(/[\r\n]+/);
  return lines.map((line) => line.replace(/\p{Cc}+/gu, ' ').trim()).filter((line) => line !== '');
}
