import { useDocumentVisibility } from '@mantine/hooks';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../session/session.queries.js';
import { affectedQueries } from './affected-queries.js';
import { followEvents } from './event-stream.js';
import { pacedQueue } from './paced-queue.js';

/**
 * Keeps everything on the page as the server has it now. Gives whether the server cannot be heard.
 * Only while the page is seen: a browser opens six connections to a plain HTTP server, and six forgotten tabs that
 * listen would leave none for the seventh.
 */
export function useLiveLibrary(): { offline: boolean } {
  const queryClient = useQueryClient();
  const seen = useDocumentVisibility() === 'visible';
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    if (!seen) return;
    const doubts = pacedQueue<QueryKey>(
      (queryKey) => JSON.stringify(queryKey),
      (keys) => Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
    );
    const unfollow = followEvents(() => new EventSource('/api/events'), {
      onEvent: (event) => doubts.add(affectedQueries(event)),
      onOpen: () => {
        setOffline(false);
        // Something may have been said while nobody listened, the first moments of the page included.
        void queryClient.invalidateQueries();
      },
      onLost: () => {
        setOffline(true);
        // The stream cannot say why it was refused; asking who we are tells a lost session from a lost server.
        void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    });
    return () => {
      unfollow();
      doubts.stop();
    };
  }, [queryClient, seen]);
  return { offline };
}
