import type { PairOfBooks } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api.js';
import { announce, announceWithUndo } from '../../ui/announce.js';
import { pairCountQuery } from './works.queries.js';

const tie = (body: PairOfBooks) => tell('/api/works/tie', { method: 'POST', body });
const untie = (bookId: string) => tell('/api/works/untie', { method: 'POST', body: { bookId } });
const decline = (body: PairOfBooks) => tell('/api/works/decline', { method: 'POST', body });

/** Says that two books are one work; it can be taken back as long as that is announced. */
export function useTie() {
  const lookAgain = useLookAgain();
  const back = useMutation({ mutationFn: untie, onSuccess: lookAgain });
  return useMutation({
    mutationFn: tie,
    onSuccess: (_, { otherId }) => announceWithUndo('They are one work', () => back.mutate(otherId)),
    onSettled: lookAgain,
  });
}

/** Says that two books are two works. */
export function useDecline() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: decline,
    onSuccess: () => announce('They are two books, and are not suggested again'),
    onSettled: lookAgain,
  });
}

/** Says that `otherId` is not of the work it was taken to be of; `bookId` stays in it, and may have it back. */
export function useUntie() {
  const lookAgain = useLookAgain();
  const back = useMutation({ mutationFn: tie, onSuccess: lookAgain });
  return useMutation({
    mutationFn: ({ otherId }: PairOfBooks) => untie(otherId),
    onSuccess: (_, pair) => announceWithUndo('They are two works now', () => back.mutate(pair)),
    onSettled: lookAgain,
  });
}

/** Asks anew what is one work and what may be. */
function useLookAgain() {
  const queryClient = useQueryClient();
  const keys = [['works'], pairCountQuery.queryKey, ['audible', 'series']];
  return () => Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
