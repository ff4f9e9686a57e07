import type { Finding } from '@octavo/contracts';
import { check } from '../findings/finding.js';
import { ago, spanInWords } from '../time-words.js';
import type { DeviceObserved } from './observed.js';

const DAY_MS = 86_400_000;
const LONG_MS = 30 * DAY_MS;
const WRITE_LINE =
  'Connect the Kobo by USB, open .kobo/Kobo/Kobo eReader.conf, and below [OneStoreServices] write api_endpoint= and the address you were given when you paired it. Eject it and tap sync.';

const seen = check('last-seen', 'It has come');

/** When it last called. An update of its firmware may have taken our address from it. */
export function lastSeenFinding({ lastSeenAt, createdAt }: DeviceObserved, now: Date): Finding {
  if (!lastSeenAt) return seen.bad(`It was paired ${ago(createdAt, now)} and has never called.`, WRITE_LINE);
  const detail = `It last called ${ago(lastSeenAt, now)}.`;
  if (now.getTime() - lastSeenAt.getTime() < LONG_MS) return seen.good(detail);
  return seen.warning(
    detail,
    `Switch its Wi-Fi on and tap sync. If nothing happens, an update of its firmware may have taken our address out. ${WRITE_LINE}`,
  );
}

const firmware = check('firmware', 'Firmware');

/** From 5.18 on firmware was reported to ignore or to remove the line with our address. */
export function firmwareFinding({ model, firmware: version }: DeviceObserved): Finding {
  if (!version) return firmware.unknown('It has not told its firmware yet.');
  const detail = `${model ?? 'It'} has firmware ${version}.`;
  const [major = NaN, minor = 0] = version.split('.').map(Number);
  if (Number.isNaN(major + minor)) return firmware.unknown(`It calls its firmware "${version}".`);
  if (major < 5 || (major === 5 && minor < 18)) return firmware.good(detail);
  return firmware.warning(
    `${detail} Some devices were reported to ignore our address since 5.18.`,
    'If it no longer comes, look whether api_endpoint still stands in .kobo/Kobo/Kobo eReader.conf. Books can be copied to it by USB meanwhile.',
  );
}

const clock = check('clock', 'Its clock');
const FAR_SEC = 120;

/** Of two reading places the later one counts. */
export function deviceClockFinding({ clockAheadSec, lastSeenAt }: DeviceObserved): Finding {
  if (clockAheadSec === null)
    return lastSeenAt ? clock.good('It has told no time that is wrong.') : clock.unknown('It has told no time yet.');
  const detail = `Its clock is ${spanInWords(clockAheadSec)} ${clockAheadSec > 0 ? 'ahead' : 'behind'}, so its reading places may lose or win wrongly.`;
  const advice = 'Set date and time in its settings; a Kobo does so by itself when it reaches the internet.';
  return Math.abs(clockAheadSec) > FAR_SEC ? clock.bad(detail, advice) : clock.warning(detail, advice);
}
