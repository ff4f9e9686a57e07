import { UndoAnswer } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { undoWords } from './undo-words.js';

/** Takes a change, or all of a run, back; with a book named only what was changed in that. */
export function useUndo(bookId?: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changeId: string) => {
      const body = bookId === undefined ? {} : { bookId };
      return ask(UndoAnswer, `/api/changes/${changeId}/undo`, { method: 'POST', body });
    },
    onSuccess: async (answer) => {
      announce(undoWords(answer));
      await queryClient.invalidateQueries({ queryKey: ['books'] });
    },
  });
}
