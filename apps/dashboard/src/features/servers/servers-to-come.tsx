import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../../ui/text-link.js';
import { isUnderWay } from '../libraries/scan-words.js';
import { serversQuery } from './servers.queries.js';
import { syncProgressOf } from './sync-words.js';

/** For a library without books: how far the first sync of a server is, or that one can be connected. */
export function ServersToCome() {
  const servers = useQuery(serversQuery).data?.items;
  const busy = servers?.find(({ sync }) => sync !== null && isUnderWay(sync));
  if (busy?.sync) {
    return (
      <Text size="sm" role="status" className="number">
        <TextLink to="/servers" inherit>
          {busy.name}
        </TextLink>
        : {syncProgressOf(busy.sync).words}
      </Text>
    );
  }
  if (servers?.length !== 0) return null;
  return (
    <Text size="sm" c="dimmed">
      They lie on a Nextcloud, a NAS or another WebDAV server? <TextLink to="/servers">Connect it</TextLink>
    </Text>
  );
}
