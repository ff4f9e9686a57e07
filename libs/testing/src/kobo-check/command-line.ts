import { parseArgs } from 'node:util';
import { SUBJECTS } from './checks/index.js';
import { NEEDS } from './hands.js';
import { Kit } from './kit.js';
import { octavoHands } from './octavo-hands.js';
import { exitCodeOf, linesOf, summaryOf } from './report.js';
import { runChecks } from './run-checks.js';

export const USAGE = `npm run kobo:check -- <base> [options]

  <base>             what stands as api_endpoint in a device's configuration; best that of a device paired for this
  --write            change reading states, collections and annotations of its account, too
  --only <words>     only checks whose id begins so: sync, covers.sizes
  --api <origin>     where an Octavo answers its API, for checks that need a second device or shelves
  --key <key>        an API key of the device's account there
  --list             only say which checks there are`;

/** Carries out a command; every line goes to `print`. Gives the exit code: 1 a must failed, 2 the command is wrong. */
export async function koboCheck(args: string[], print: (line: string) => void): Promise<number> {
  const command = read(args);
  if (!command) return say(print, USAGE, 2);
  const { base, write, only, api, key, list } = command;
  if (list) return listChecks(print);
  if (!base || !URL.canParse(base) || (api === undefined) !== (key === undefined)) return say(print, USAGE, 2);
  const hands = api !== undefined && key !== undefined ? octavoHands({ origin: api, key }) : {};
  const kit = new Kit({ base, hands, write });
  let subject = '';
  try {
    const outcomes = await runChecks(kit, {
      only,
      told: (outcome) => {
        if (outcome.subject !== subject) print(`\n${outcome.subject}`);
        subject = outcome.subject;
        for (const line of linesOf(outcome)) print(line);
      },
    });
    print('');
    for (const line of summaryOf(outcomes)) print(line);
    return exitCodeOf(outcomes);
  } finally {
    await hands.tidyUp?.();
  }
}

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        write: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        api: { type: 'string' },
        key: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    });
    return positionals.length <= 1 ? { ...values, base: positionals[0] } : undefined;
  } catch {
    return undefined;
  }
}

function listChecks(print: (line: string) => void): number {
  for (const { title, checks } of SUBJECTS) {
    print(`\n${title}`);
    for (const { id, level, title: words, needs } of checks) {
      const needed = needs.map((need) => NEEDS[need]).join(', ');
      print(`  ${level.padEnd(6)} ${id}: ${words}${needed && ` (needs ${needed})`}`);
    }
  }
  return 0;
}

function say(print: (line: string) => void, words: string, code: number): number {
  print(words);
  return code;
}
