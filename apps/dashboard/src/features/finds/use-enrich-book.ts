import { JobAccepted } from '@octavo/contracts';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { awaitJob } from '../activity/await-job.js';
import { bookQuery } from '../books/books.queries.js';
import { useIsAdmin } from '../session/session.queries.js';
import { enrichWords } from './enrich-words.js';

/**
 * Asks the providers about a book, and says what came of it. Only administrators may look at jobs; for others it is said
 * that it was asked, and what is found comes by itself.
 */
export function useEnrichBook(bookId: string) {
  const queryClient = useQueryClient();
  const isAdmin = useIsAdmin();
  return useMutation({
    mutationKey: ['enrich', bookId],
    mutationFn: async () => {
      const { jobId } = await ask(JobAccepted, `/api/books/${bookId}/enrich`, { method: 'POST', body: {} });
      return isAdmin ? awaitJob(jobId) : undefined;
    },
    onSuccess: async (run) => {
      announce(enrichWords(run));
      await queryClient.invalidateQueries({ queryKey: bookQuery(bookId).queryKey });
    },
  });
}

/** Whether providers are being asked about a book, from anywhere in this page. */
export function useIsEnriching(bookId: string): boolean {
  return useIsMutating({ mutationKey: ['enrich', bookId] }) > 0;
}
