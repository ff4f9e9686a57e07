import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.js';
import { announce, announceProblem } from './ui/announce.js';
import { isWorthRepeating } from './worth-repeating.js';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Said when it worked. */
      done?: string;
      /** The form shows the problem itself, beside its fields. */
      showsProblem?: boolean;
    };
  }
}

/** The page's store of answers. `onSignedOut` is called whenever the server no longer knows who is asking. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const leaveIfSignedOut = (error: Error) => {
    const signedOut = error instanceof ApiProblem && error.status === 401;
    if (signedOut) onSignedOut();
    return signedOut;
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, { meta }) => {
        if (meta?.done) announce(meta.done);
      },
      onError: (error, _variables, _result, { meta }) => {
        if (meta?.showsProblem || leaveIfSignedOut(error)) return;
        announceProblem(error);
      },
    }),
    defaultOptions: {
      // The event stream says when something changed; age alone only matters after a device has slept.
      // 'always': a browser that believes itself offline can still reach a server in the same house.
      queries: { staleTime: 60_000, networkMode: 'always', retry: isWorthRepeating },
      mutations: { networkMode: 'always' },
    },
  });
}
