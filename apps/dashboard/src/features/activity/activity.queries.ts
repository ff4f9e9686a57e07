import { JobRunPage, type JobState } from '@octavo/contracts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

const PAGE_SIZE = 30;
const MOST_SHOWN_RUNNING = 20;

/** How many jobs are in a state. */
export function jobCountQuery(state: JobState) {
  return queryOptions({
    queryKey: ['jobs', 'count', state],
    queryFn: ({ signal }) => ask(JobRunPage, withQuery('/api/jobs', { state, limit: 1 }), { signal }),
    select: ({ total }) => total,
  });
}

export const runningJobsQuery = queryOptions({
  queryKey: ['jobs', 'running'],
  queryFn: ({ signal }) => {
    return ask(JobRunPage, withQuery('/api/jobs', { state: 'active', limit: MOST_SHOWN_RUNNING }), { signal });
  },
});

/** The jobs kept by the server, newest first; of one state, or of all. */
export function jobListQuery(state: JobState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['jobs', 'list', state],
    queryFn: ({ pageParam, signal }) => {
      return ask(JobRunPage, withQuery('/api/jobs', { state, limit: PAGE_SIZE, cursor: pageParam }), { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: JobRunPage) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useRetryJob(id: string) {
  return useJobRequest(id, 'retry', 'Asked for again');
}

export function useCancelJob(id: string) {
  return useJobRequest(id, 'cancel', 'Cancelled');
}

function useJobRequest(id: string, request: 'retry' | 'cancel', done: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => tell(`/api/jobs/${id}/${request}`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
    meta: { done },
  });
}
