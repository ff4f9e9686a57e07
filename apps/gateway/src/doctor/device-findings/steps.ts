import { DEVICE_STEPS, type DeviceStep, type Finding } from '@octavo/contracts';
import { check } from '../findings/finding.js';
import { ago } from '../time-words.js';
import type { DeviceObserved } from './observed.js';

const TITLES: Record<DeviceStep, string> = {
  'sign-in': 'Signs in',
  initialization: 'Gets its addresses',
  oidc: 'Signs in a second time',
  sync: 'Asks for its library',
  metadata: 'Asks for a book',
  download: 'Downloads a book',
};

const SECOND_SIGN_IN =
  'It stops at the second sign-in of newer firmware. Check the server findings above (address, redirect, login page), restart the Kobo, and tap sync again; if that does not help, sign out in its settings and in again.';

/** What to do where a device takes this step no more. */
const ADVICE: Record<DeviceStep, string> = {
  'sign-in':
    'Check the line api_endpoint= in .kobo/Kobo/Kobo eReader.conf: it must be the whole address, without a slash at the end. Then switch Wi-Fi on and tap sync.',
  initialization:
    'It signs in and then breaks off. Check the server findings above: a cookie or a changed answer is the usual reason. Then tap sync again.',
  oidc: SECOND_SIGN_IN,
  sync: SECOND_SIGN_IN,
  metadata:
    'It was told of books and asks for none. Tap a book on the Kobo to download it; if the shelf stays empty, use "send everything again" on the page of the device.',
  download:
    'It knows the book and does not fetch it. Tap it on the Kobo; if that fails, the address in PUBLIC_URL is not the one the Kobo can reach.',
};

/** A sync that begins gets as far as the library within this time. */
const SOON_MS = 10 * 60_000;

/** One finding for each step of a sync: when it was last taken, and what to do at the first that is not. */
export function stepFindings(device: DeviceObserved, now: Date): Finding[] {
  const last = DEVICE_STEPS.findLastIndex((step) => device.steps[step] !== undefined);
  const next = DEVICE_STEPS.findIndex((step, index) => index > last && !isNotNeeded(step, device));
  return DEVICE_STEPS.map((step, index) => {
    const { good, bad, unknown } = check(`step.${step}`, TITLES[step]);
    const at = device.steps[step];
    if (step === 'sync' && at && breaksOffNow(device, at, now))
      return bad(`It last came so far ${ago(at, now)}, and breaks off before since.`, ADVICE.sync);
    if (at) return good(`Last ${ago(at, now)}.`);
    if (index < last) return good('Not needed: it has come further.');
    if (isNotNeeded(step, device)) return unknown(reasonNotNeeded(step, device));
    if (index > next) return unknown('Comes after a step that is still to be taken.');
    return bad(last === -1 ? 'It has never come so far.' : 'It has not come so far yet.', ADVICE[step]);
  });
}

/** Its addresses were fetched, and long enough after that no library asked for. */
function breaksOffNow({ steps }: DeviceObserved, synced: Date, now: Date): boolean {
  const began = steps.initialization?.getTime();
  return began !== undefined && began - synced.getTime() > SOON_MS && now.getTime() - began > SOON_MS;
}

/** With a Kobo account the second sign-in is at Kobo; and without books there is nothing to ask for. */
function isNotNeeded(step: DeviceStep, { storeProxy, granted, downloaded }: DeviceObserved): boolean {
  if (step === 'oidc') return storeProxy;
  return (step === 'metadata' || step === 'download') && (granted === 0 || downloaded > 0);
}

function reasonNotNeeded(step: DeviceStep, { granted }: DeviceObserved): string {
  if (step === 'oidc') return 'Its second sign-in is at Kobo, with the Kobo account.';
  return granted === 0 ? 'There is no book for it yet.' : 'It has downloaded books before.';
}
