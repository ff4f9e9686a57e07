import { type NewWebdavConnection, WebdavConnection, WebdavTest } from '@octavo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask } from '../../api.js';
import { useLookAgain } from './server-changes.js';

/** Connects a server, after having tried it. `giveUp` stops the try; so does leaving the page or the dialog. */
export function useConnect(onDone: (connection: WebdavConnection) => void) {
  const lookAgain = useLookAgain();
  const trying = useRef<AbortController | null>(null);
  const connect = useMutation({
    mutationFn: async (body: NewWebdavConnection) => {
      trying.current = new AbortController();
      const { signal } = trying.current;
      // Nothing is kept of a try, so whoever is tired of waiting can leave it at any moment.
      await ask(WebdavTest, '/api/webdav/test', { method: 'POST', body, signal });
      signal.throwIfAborted();
      return ask(WebdavConnection, '/api/webdav', { method: 'POST', body });
    },
    onSuccess: async (connection) => {
      onDone(connection);
      await lookAgain();
    },
    meta: { showsProblem: true },
  });
  useEffect(() => () => trying.current?.abort(), []);
  const giveUp = () => {
    trying.current?.abort();
    connect.reset();
  };
  return { connect, giveUp };
}
