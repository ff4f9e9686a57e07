import { BulkAnswer } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { announce, announceWithUndo } from '../../ui/announce.js';
import { useUndo } from '../history/use-undo.js';
import type { BulkPatchSent } from './bulk-form.js';
import { didWords } from './bulk-words.js';
import type { Target } from './selection.js';

interface Wish {
  target: Target;
  patch: BulkPatchSent;
}

/** What would change; nothing does. */
export function useTryBulk() {
  return useMutation({
    mutationFn: ({ target, patch }: Wish) => bulk({ ...target, patch, dryRun: true }),
    meta: { showsProblem: true },
  });
}

/** Changes many books alike, with a way back. */
export function useApplyBulk(onDone: () => void) {
  const queryClient = useQueryClient();
  const undo = useUndo();
  return useMutation({
    mutationFn: ({ target, patch }: Wish) => bulk({ ...target, patch, dryRun: false }),
    onSuccess: async (answer, { patch }) => {
      onDone();
      const { changeId } = answer;
      if (changeId === null) announce(didWords(answer, patch));
      else announceWithUndo(didWords(answer, patch), () => undo.mutate(changeId));
      await queryClient.invalidateQueries({ queryKey: ['books'] });
    },
    meta: { showsProblem: true },
  });
}

const bulk = (body: object) => ask(BulkAnswer, '/api/books/bulk', { method: 'POST', body });
