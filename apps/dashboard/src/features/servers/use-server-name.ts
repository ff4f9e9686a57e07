import { useQuery } from '@tanstack/react-query';
import { serversQuery } from './servers.queries.js';

/** What a connected server is called; undefined while that is not known. */
export function useServerName(serverId: string): string | undefined {
  return useQuery(serversQuery).data?.items.find(({ id }) => id === serverId)?.name;
}
