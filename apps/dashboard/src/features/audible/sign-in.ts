import { AudibleAccount, AudibleSignIn, type NewAudibleSignIn } from '@octavo/contracts';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { useLookAgain } from './audible-changes.js';

/** Has a sign-in begun: gives where to sign in. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: (body: NewAudibleSignIn) => ask(AudibleSignIn, '/api/audible/login', { method: 'POST', body }),
    meta: { showsProblem: true },
  });
}

/** Ends a sign-in with the address the browser ended at. */
export function useEndSignIn(loginId: string, onDone: (account: AudibleAccount) => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: { redirectUrl: string }) =>
      ask(AudibleAccount, `/api/audible/login/${encodeURIComponent(loginId)}`, { method: 'POST', body }),
    onSuccess: async (account) => {
      onDone(account);
      await lookAgain();
    },
    meta: { showsProblem: true },
    // The address holds what signs in: it is not kept.
    gcTime: 0,
  });
}
