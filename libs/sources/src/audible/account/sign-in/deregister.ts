import type { Ask } from '../../ask.js';
import { AudibleError } from '../../audible-error.js';
import { askAuth } from '../auth-exchange.js';
import type { AudibleCredentials } from '../credentials.js';
import type { AudibleHosts } from '../hosts.js';
import { marketplaceIn } from '../marketplaces.js';

export interface DeregisterOrder {
  credentials: Pick<AudibleCredentials, 'country' | 'withUsername'>;
  /** A fresh one. */
  accessToken: string;
  hosts: AudibleHosts;
  /** Milliseconds since 1970. */
  now: number;
  signal?: AbortSignal | undefined;
}

/**
 * Removes this device, and no other, from the account; whatever program shares its credentials loses them too. Throws
 * AudibleError 'reauth_required' where the token is not accepted (400, 401, 403), 'rejected' or 'server_error' for other
 * refusals, and what `askAuth` throws.
 */
export async function deregister(ask: Ask, order: DeregisterOrder): Promise<void> {
  const { credentials, accessToken, hosts, now, signal } = order;
  const { status } = await askAuth(ask, {
    origin: hosts.auth(marketplaceIn(credentials.country), credentials.withUsername),
    target: '/auth/deregister',
    headers: { 'content-type': 'application/json', 'x-amz-access-token': accessToken },
    body: JSON.stringify({ deregister_all_existing_accounts: false }),
    now,
    signal,
  });
  if ([400, 401, 403].includes(status)) throw new AudibleError('reauth_required', { status });
  if (status >= 500) throw new AudibleError('server_error', { status });
  if (status >= 300) throw new AudibleError('rejected', { status });
}
