import type { AudibleAccount, AudibleSyncAccepted } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';
import { exactly } from '../../ui/dates.js';
import { counted } from '../libraries/library-words.js';

/** Why an account waits for somebody to sign in. */
export interface SignInNeed {
  title: string;
  detail: string;
}

/** What keeps an account from being asked at all, if anything does. */
export function signInNeedOf({ name, state, detail }: Pick<AudibleAccount, 'name' | 'state' | 'detail'>) {
  const said = detail === null ? '' : `${asSentence(detail)} `;
  if (state === 'REAUTH_REQUIRED')
    return {
      title: `Audible does not let “${name}” in any more`,
      detail: `${said}Sign in again, and the sync goes on where it was. Until then nothing is asked, and nothing is taken for gone.`,
    };
  if (state === 'UNREADABLE')
    return {
      title: `“${name}” has to be signed in again`,
      detail:
        'What it was signed in with was encrypted with another key than the one in use now, so it cannot be read any more. Its books stay in the list.',
    };
  return undefined;
}

/** The same in a line, for the top of every page. */
export const needWords = ({ name }: Pick<AudibleAccount, 'name'>): string => `Audible: “${name}” is not synced.`;

type Mode = AudibleAccount['mode'];

/** The ways of authorising requests, in plain words. */
export const MODES: readonly { mode: Mode; label: string; about: string }[] = [
  { mode: 'auto', label: 'Whichever works', about: 'Signatures where the account has a key for them, else tokens.' },
  {
    mode: 'signing',
    label: 'Signatures',
    about: 'Each request is signed with the key of the device. Nothing runs out.',
  },
  { mode: 'token', label: 'Tokens', about: 'A password of the device that is renewed every hour.' },
];

/** Whether an account can be asked in a way. */
export const canUse = (mode: Mode, ways: AudibleAccount['ways']): boolean =>
  mode === 'auto' ? ways.length > 0 : ways.includes(mode);

/** What is said when a sync was asked for. */
export function acceptedWords({ jobs }: AudibleSyncAccepted): string {
  const waits = jobs.flatMap(({ notBefore }) => notBefore ?? []).toSorted();
  if (waits[0] === undefined) return 'Syncing now';
  const they = waits.length === jobs.length ? 'It is synced then.' : 'What may be asked is synced now.';
  return `Audible wants to be left alone until ${exactly(waits[0])}. ${they}`;
}

/** What is said when accounts came out of a file. */
export function importedWords({ name, others }: { name: string; others: readonly { name: string }[] }): string {
  if (others.length === 0) return `“${name}” is connected. Its titles are being brought in.`;
  return `${counted(others.length + 1, 'account')} are connected. Their titles are being brought in.`;
}
