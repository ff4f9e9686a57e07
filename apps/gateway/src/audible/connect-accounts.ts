import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, newId } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { AudibleAccounts } from '@octavo/remote';
import { type AudibleCredentials, AudibleError, probeLibrary } from '@octavo/sources';
import { createHash } from 'node:crypto';

/** Credentials somebody brings. */
export interface Brought {
  credentials: AudibleCredentials;
  /** From another tool, with whom the device is shared. */
  isImported: boolean;
  /** The account that is to be signed in again; another customer's credentials are not for it. */
  accountId?: string;
}

/** Somebody waits for it. */
const PATIENCE_MS = 45_000;

/** Keeps accounts whose credentials Audible accepts. Nothing is kept of those it does not. */
@Injectable()
export class ConnectAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AudibleAccounts,
  ) {}

  /** Gives the account's id: that of a customer who is known is the one it was, with the newer credentials. */
  async connect(userId: string, brought: Brought): Promise<string> {
    const { credentials, isImported, accountId } = brought;
    await this.prove(credentials);
    const customerKey = customerKeyOf(credentials, userId);
    const known = await this.database.audibleAccounts.known(userId, customerKey);
    if (accountId !== undefined && known?.id !== accountId)
      throw new DomainError('audible.sign-in-failed', 'That was another account than the one to be signed in again.');
    const id = known?.id ?? newId();
    const sealed = { ...this.accounts.seal(credentials, { id, userId }), isImported };
    await this.database
      .transaction(async ({ audibleAccounts }) => {
        if (known) return audibleAccounts.renew(id, sealed);
        return audibleAccounts.add({ ...sealed, id, userId, customerKey, name: nameOf(credentials) });
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError('audible.exists') : error;
      });
    return id;
  }

  /** One question, of one title: whether Audible answers these credentials. */
  private async prove(credentials: AudibleCredentials): Promise<void> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const client = this.accounts.clientOfNew(credentials, credentials.country);
    const probe = await probeLibrary(client, patience).catch((error: unknown) => {
      if (!patience.aborted) throw error;
      throw new AudibleError('unreachable', { cause: error });
    });
    if (probe.kind === 'readable') return;
    const { error: cause } = probe;
    if (cause.reason !== 'reauth_required') throw cause;
    throw new DomainError('audible.sign-in-failed', 'Audible does not accept these credentials.', { cause });
  }
}

/** The same for the same customer, and telling nobody who that is. */
function customerKeyOf({ customer, device, signing, bearer }: AudibleCredentials, userId: string): string {
  const known = customer?.userId ?? device?.serial ?? signing?.adpToken ?? bearer?.refreshToken ?? '';
  return createHash('sha256').update(`${userId}:${known}`).digest('hex').slice(0, 32);
}

function nameOf({ customer, country }: AudibleCredentials): string {
  const name = customer?.givenName ?? customer?.name;
  return (name === undefined || name.trim() === '' ? `Audible ${country.toUpperCase()}` : name.trim()).slice(0, 80);
}
