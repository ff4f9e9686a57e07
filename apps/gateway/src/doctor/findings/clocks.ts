import type { Finding } from '@octavo/contracts';
import { spanInWords } from '../time-words.js';
import { check } from './finding.js';

/** How far other clocks are ahead of this gateway's, in seconds; absent where nothing was told. */
export interface ClocksSeen {
  database: number;
  /** Of the Date header of our answer, after it came back through the front door. */
  proxy?: number | undefined;
  browser?: number | undefined;
}

const { good, bad } = check('clock', 'The clocks agree');
const MOST_SEC = 120;
const NAMES = { database: 'the database', proxy: 'the proxy', browser: 'your browser' } as const;

/** Of two reading places the later one counts, so clocks decide where a reader is taken. */
export function clockFinding(seen: ClocksSeen): Finding {
  const clocks = (['database', 'proxy', 'browser'] as const).flatMap((name) => {
    const ahead = seen[name];
    return ahead === undefined ? [] : [{ name, ahead }];
  });
  const wrong = clocks.filter(({ ahead }) => Math.abs(ahead) > MOST_SEC);
  if (wrong.length === 0) {
    const most = Math.max(0, ...clocks.map(({ ahead }) => Math.abs(ahead)));
    return good(most < 1 ? 'All clocks agree.' : `They differ by no more than ${spanInWords(most)}.`);
  }
  const told = wrong.map(
    ({ name, ahead }) => `${NAMES[name]} is ${spanInWords(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} this server`,
  );
  return bad(
    `Clocks differ: ${told.join(', ')}.`,
    'Switch automatic time (NTP) on where the clock is wrong. On a server: "timedatectl set-ntp true".',
  );
}

/** Seconds an HTTP date is ahead of the moment it was read; undefined where it is none. */
export function dateAhead(header: string | undefined, readAt: Date): number | undefined {
  const time = Date.parse(header ?? '');
  // the header counts whole seconds, so half of one is its best guess
  return Number.isNaN(time) ? undefined : (time + 500 - readAt.getTime()) / 1000;
}
