import { Alert, Text } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { IconPlugX, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asSentence } from '../../ui/as-sentence.js';
import { TextLink } from '../../ui/text-link.js';
import { serversQuery } from './servers.queries.js';

/** Servers that wait for somebody: for a word on what is gone, or for another password. Nothing while all is well. */
export function ServerProblems() {
  const servers = useQuery(serversQuery).data?.items ?? [];
  return (
    <>
      {servers.map((server) => server.state !== 'ACTIVE' && <ShutOut key={server.id} server={server} />)}
      {servers.map((server) => server.sync?.state === 'HELD' && <Held key={server.id} server={server} />)}
    </>
  );
}

function ShutOut({ server: { name } }: { server: WebdavConnection }) {
  return (
    <Alert color="orange" icon={<IconPlugX />} title={`“${name}” needs its password`}>
      <Text size="sm">
        It is not synced until then; its books stay in the list. <TextLink to="/servers">See why</TextLink>
      </Text>
    </Alert>
  );
}

function Held({ server: { name, sync } }: { server: WebdavConnection }) {
  return (
    <Alert color="orange" icon={<IconQuestionMark />} title={`“${name}” waits for a word from you`}>
      <Text size="sm">
        {sync?.heldBecause != null && asSentence(sync.heldBecause)} <TextLink to="/servers">Answer</TextLink>
      </Text>
    </Alert>
  );
}
