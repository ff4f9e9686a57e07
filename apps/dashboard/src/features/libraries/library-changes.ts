import { JobAccepted, Library, type LibraryChange, type NewLibrary } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';
import { librariesQuery } from './libraries.queries.js';

/** Asks for folders to be looked through now; what is found arrives by the event stream. */
export function useScan() {
  return useMutation({
    mutationFn: (libraryIds: string[]) =>
      Promise.all(libraryIds.map((id) => tell(`/api/libraries/${id}/scan`, { method: 'POST' }))),
    meta: { done: 'Looking through the folder now' },
  });
}

export function useAddLibrary(onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: NewLibrary) => ask(Library, '/api/libraries', { method: 'POST', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    meta: { showsProblem: true },
  });
}

/** Another name for a folder, or a pause. */
export function useChangeLibrary(id: string, done: string, onDone?: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: LibraryChange) => ask(Library, `/api/libraries/${id}`, { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone?.();
    },
    // A dialog shows the problem itself.
    meta: { done, showsProblem: onDone !== undefined },
  });
}

export function useRemoveLibrary(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => tell(`/api/libraries/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await Promise.all([lookAgain(), queryClient.invalidateQueries({ queryKey: ['books'] })]);
    },
    meta: { done: 'The folder is no longer watched' },
  });
}

/** The word a held scan waits for: its files are gone indeed. */
export function useConfirmRemoval(id: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => ask(JobAccepted, `/api/libraries/${id}/confirm-removal`, { method: 'POST' }),
    onSuccess: lookAgain,
    meta: { done: 'They are being marked missing' },
  });
}

/** Stops a scan. Its worker hears of it within seconds; what was read until then stays. */
export function useCancelScan(jobId: string) {
  return useMutation({ mutationFn: () => tell(`/api/jobs/${jobId}/cancel`, { method: 'POST' }) });
}

function useLookAgain() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: librariesQuery.queryKey });
}
