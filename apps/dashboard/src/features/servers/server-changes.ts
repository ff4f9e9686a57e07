import { SyncAccepted, WebdavConnection, type WebdavConnectionChange } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { addressOf, serversQuery } from './servers.queries.js';
import { acceptedWords } from './sync-words.js';

/** Has a server compared now; what is found arrives by the event stream. */
export function useSync(id: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => ask(SyncAccepted, `${addressOf(id)}/sync`, { method: 'POST' }),
    onSuccess: async (accepted) => {
      announce(acceptedWords(accepted));
      await lookAgain();
    },
  });
}

/** Has a server looked through without anything being changed here. */
export function useLook() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (id: string) => ask(SyncAccepted, `${addressOf(id)}/preview`, { method: 'POST' }),
    onSuccess: lookAgain,
  });
}

/** Another name, another way to reach the server, or a pause. */
export function useChangeServer(id: string, done: string, onDone?: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: WebdavConnectionChange) => ask(WebdavConnection, addressOf(id), { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone?.();
    },
    // A dialog shows the problem itself.
    meta: { done, showsProblem: onDone !== undefined },
  });
}

export function useRemoveServer(id: string, onDone?: () => void) {
  const queryClient = useQueryClient();
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => tell(addressOf(id), { method: 'DELETE' }),
    onSuccess: async () => {
      onDone?.();
      await Promise.all([lookAgain(), queryClient.invalidateQueries({ queryKey: ['books'] })]);
    },
    meta: { done: 'The server is no longer connected' },
  });
}

/** The word a held sync waits for: its files are gone indeed. */
export function useConfirmGone(id: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => ask(SyncAccepted, `${addressOf(id)}/confirm-removal`, { method: 'POST' }),
    onSuccess: lookAgain,
    meta: { done: 'They are being marked missing' },
  });
}

/** Asks anew how the servers stand. */
export function useLookAgain() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: serversQuery.queryKey });
}
