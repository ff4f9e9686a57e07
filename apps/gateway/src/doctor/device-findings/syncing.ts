import type { Finding } from '@octavo/contracts';
import { check } from '../findings/finding.js';
import { ago } from '../time-words.js';
import type { DeviceObserved } from './observed.js';

const tokens = check('tokens', 'It says how far it has come');

/** The token is a device's word on what it knows; without it we have to guess. */
export function tokensFinding({ habits }: DeviceObserved): Finding {
  const { tokensGiven, carriesTokens, advances, doubtfulEnds } = habits;
  if (!carriesTokens && tokensGiven < 2) return tokens.unknown('That shows when it has synced twice.');
  if (!carriesTokens) {
    return tokens.bad(
      'It comes without the token it was given, so we cannot know what it has received.',
      'Look whether a proxy takes the header x-kobo-synctoken away (see "Headers of the sync get through"). Old firmware may do so, too: update it.',
    );
  }
  if (!advances && doubtfulEnds > 0) {
    return tokens.warning(
      'It repeats the first token of a sync, so long syncs are led on an assumption.',
      'Its books come all the same. Update its firmware when there is a newer one.',
    );
  }
  return tokens.good('It comes back with the token of the last answer.');
}

const pending = check('up-to-date', 'It knows of everything');
const WEEK_MS = 7 * 86_400_000;

/** What was changed or taken back since its last sync, and whether it has come for that. */
export function upToDateFinding({ untold: { changes, removals }, lastSyncAt }: DeviceObserved, now: Date): Finding {
  if (!lastSyncAt) return pending.unknown('It has not synced yet.');
  if (changes === 0) return pending.good(`It was told of everything; its last sync was ${ago(lastSyncAt, now)}.`);
  const waits = `${changes} ${changes === 1 ? 'change waits' : 'changes wait'} for its next sync`;
  const sync = 'Switch its Wi-Fi on and tap sync.';
  if (removals > 0) {
    const still = removals === 1 ? '1 book that is to go from it is' : `${removals} books that are to go from it are`;
    return pending.warning(`${waits}; ${still} still there.`, sync);
  }
  if (now.getTime() - lastSyncAt.getTime() > WEEK_MS)
    return pending.warning(`${waits}; the last was ${ago(lastSyncAt, now)}.`, sync);
  return pending.good(`${waits}.`);
}
