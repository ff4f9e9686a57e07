import {
  AudibleAccount,
  type AudibleAccountChange,
  AudibleDiscovery,
  AudibleSyncAccepted,
  type NewAudibleStore,
} from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { acceptedWords } from './account-words.js';
import { accountAddress, accountsQuery } from './audible.queries.js';

/** Has all stores of an account synced now; `full`: everything is asked for, though changes would do. */
export function useSyncAccount(id: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (full: boolean) => {
      const address = withQuery(`${accountAddress(id)}/sync`, { full: full ? 'true' : undefined });
      return ask(AudibleSyncAccepted, address, { method: 'POST' });
    },
    onSuccess: async (accepted) => {
      announce(acceptedWords(accepted));
      await lookAgain();
    },
  });
}

/** Another name, or another way of authorising. */
export function useChangeAccount(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: AudibleAccountChange) => ask(AudibleAccount, accountAddress(id), { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    meta: { done: 'Saved', showsProblem: true },
  });
}

/** The account is no longer connected; with `deregister` its device goes from the account at Amazon too. */
export function useRemoveAccount(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (deregister: boolean) => {
      const address = withQuery(accountAddress(id), { deregister: deregister ? 'true' : undefined });
      return tell(address, { method: 'DELETE' });
    },
    onSuccess: async () => {
      onDone();
      const keys = [['books'], ['works']];
      await Promise.all([lookAgain(), ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))]);
    },
    meta: { done: 'The account is no longer connected' },
  });
}

/** Asks all marketplaces what the account has there, which takes a while. */
export function useDiscover(id: string) {
  return useMutation({
    mutationFn: () => ask(AudibleDiscovery, `${accountAddress(id)}/discover`, { method: 'POST' }),
    meta: { showsProblem: true },
  });
}

/** Another marketplace of the account is synced too from now on. */
export function useAddStore(id: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: NewAudibleStore) =>
      ask(AudibleAccount, `${accountAddress(id)}/stores`, { method: 'POST', body }),
    onSuccess: lookAgain,
    meta: { done: 'Added. Its titles are being brought in' },
  });
}

/** Asks anew how the accounts stand. */
export function useLookAgain() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey });
}
