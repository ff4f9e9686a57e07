import { type AcceptFind, enrichment, JobAccepted, type JobRun } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { awaitJob } from '../activity/await-job.js';
import { useIsAdmin } from '../session/session.queries.js';
import { takenWords } from './taken-words.js';

/** What somebody said to a find. */
export interface FindSaid {
  findId: string;
  /** What the book is called, for whoever reads what came of it. */
  title: string;
  accept: AcceptFind;
}

/**
 * Says that a find is the book. The server takes it in right after: administrators hear what came of that, others that it
 * is under way.
 */
export function useAcceptFind() {
  const queryClient = useQueryClient();
  const isAdmin = useIsAdmin();
  return useMutation({
    mutationFn: async ({ findId, accept }: FindSaid) => {
      const { jobId } = await ask(JobAccepted, `/api/finds/${findId}/accept`, { method: 'POST', body: accept });
      return isAdmin ? resultOf(await awaitJob(jobId)) : undefined;
    },
    onSuccess: (result, { title }) => announce(takenWords(title, result)),
    onSettled: () => lookAgain(queryClient),
  });
}

/** Says that a find is another book. */
export function useRejectFind(done?: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (findId: string) => tell(`/api/finds/${findId}/reject`, { method: 'POST', body: {} }),
    onSettled: () => lookAgain(queryClient),
    meta: done === undefined ? {} : { done },
  });
}

function resultOf({ state, result, error }: JobRun): { changed: string[] } | { problem: string } {
  const parsed = enrichment.jobs.applyFind.result.safeParse(result);
  if (state === 'completed' && parsed.success) return parsed.data;
  return { problem: error?.detail ?? 'Somebody stopped it, or it was not understood.' };
}

function lookAgain(queryClient: ReturnType<typeof useQueryClient>) {
  const keys = [['books'], ['suggestions'], ['metadata', 'enrichment']];
  return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
