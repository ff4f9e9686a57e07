import type { WebdavConnection } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { ConnectForm } from './connect-form.js';
import { LookFirst } from './look-first.js';
import { useLook } from './server-changes.js';
import { serversQuery } from './servers.queries.js';

/** Asks how a server is reached and connects it; whoever wants to look first sees what is there before anything changes. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const [connected, setConnected] = useState<WebdavConnection>();
  const live = useQuery(serversQuery).data?.items.find(({ id }) => id === connected?.id);
  const look = useLook();
  const onConnected = (connection: WebdavConnection) => {
    if (!connection.paused) return onClose();
    setConnected(connection);
    look.mutate(connection.id);
  };
  return (
    <Dialog onClose={onClose} title={connected ? `What is on ${connected.name}` : 'Connect a server'}>
      {connected ? (
        <LookFirst server={live ?? connected} askedFor={!look.isError} onDone={onClose} />
      ) : (
        <ConnectForm onConnected={onConnected} onClose={onClose} />
      )}
    </Dialog>
  );
}
