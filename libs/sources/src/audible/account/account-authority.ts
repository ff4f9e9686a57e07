import { createPrivateKey } from 'node:crypto';
import { AudibleError } from '../audible-error.js';
import type { Authority, Unauthorised } from '../authority.js';
import { AccessTokens, type Renew } from './access-tokens.js';
import type { AudibleCredentials, SigningMaterial, Way } from './credentials.js';
import { RefusalsInARow } from './refusals-in-a-row.js';
import { signedHeaders, type Signer } from './signing.js';
import { afterRefusal, otherWay, waysIn, type Attempt, type WayMode } from './way-order.js';

export interface AccountAuthorityOptions {
  credentials: Pick<AudibleCredentials, 'signing' | 'bearer'>;
  mode: WayMode;
  /** Milliseconds since 1970. */
  clock: () => number;
  renew: Renew;
}

type Headers = Readonly<Record<string, string>>;

const TOKEN = 'x-amz-access-token';
const MOST_REFUSALS = 4;
const MOST_AHEAD_MS = 1000;

/**
 * Authorises the requests of one account, by signature where it can and by token where it must. It knows the headers it
 * gave by their object: that one is to be handed back.
 */
export class AccountAuthority implements Authority {
  private readonly ways: readonly Way[];
  private readonly signer: Signer | undefined;
  private readonly tokens: AccessTokens;
  private readonly refusals = new RefusalsInARow(MOST_REFUSALS);
  private readonly notes = new WeakMap<Headers, { request: string; round: number }>();
  private attempt: Attempt | undefined;
  /** Another one after each refusal something is done about. */
  private round = 0;
  private lastSigned = 0;

  constructor(private readonly options: AccountAuthorityOptions) {
    const { credentials, mode, renew, clock } = options;
    this.ways = waysIn(mode, credentials);
    this.signer = this.ways.includes('signing') && credentials.signing ? signerFrom(credentials.signing) : undefined;
    this.tokens = new AccessTokens(credentials.bearer ?? {}, renew, clock);
    this.attempt = this.fresh(this.ways[0]);
  }

  async headersFor(request: Unauthorised): Promise<Headers> {
    const headers = await this.authorise(request);
    this.notes.set(headers, { request: `${request.method} ${request.target} ${request.body}`, round: this.round });
    return headers;
  }

  /** Throws where a token would help that cannot be renewed now. */
  async refused(headers: Headers): Promise<boolean> {
    const request = this.notes.get(headers)?.request ?? '';
    const again = this.refusals.add(request) && (await this.tryNext(headers));
    if (!again) this.refusals.end(request);
    return again;
  }

  accepted(headers: Headers): void {
    this.refusals.end(this.notes.get(headers)?.request ?? '');
    this.attempt = this.fresh(wayOf(headers)) ?? this.attempt;
  }

  private fresh(way: Way | undefined): Attempt | undefined {
    return way && this.ways.includes(way) ? { way, anew: false, switched: false } : undefined;
  }

  private async authorise(request: Unauthorised): Promise<Headers> {
    if (this.attempt?.way === 'token')
      try {
        return { [TOKEN]: await this.tokens.usable() };
      } catch (error) {
        if (!isFinal(error) || !this.leave('token')) throw error;
      }
    if (!this.signer) throw new AudibleError('reauth_required');
    return signedHeaders(request, this.signer, this.timestamp());
  }

  /** Each signature has a time of its own, also where several are made at once; but a clock that was put back is followed. */
  private timestamp(): string {
    const now = this.options.clock();
    const isBurst = this.lastSigned >= now && this.lastSigned < now + MOST_AHEAD_MS;
    this.lastSigned = isBurst ? this.lastSigned + 1 : now;
    return new Date(this.lastSigned).toISOString();
  }

  private async tryNext(headers: Headers): Promise<boolean> {
    const { attempt } = this;
    if (!attempt || wayOf(headers) === undefined) return false;
    if (this.isPast(headers, attempt)) return true;
    const next = afterRefusal(attempt, this.ways);
    if (!next) return this.giveUp();
    if (attempt.way === 'token' && next.way === 'token')
      try {
        await this.tokens.renewed();
      } catch (error) {
        if (!isFinal(error)) throw error;
        return this.leave('token') || this.giveUp();
      }
    this.begin(next);
    return true;
  }

  /** Whether something was done already about what these headers were refused for. */
  private isPast(headers: Headers, { way }: Attempt): boolean {
    const round = this.notes.get(headers)?.round ?? this.round;
    if (round < this.round || wayOf(headers) !== way) return true;
    return way === 'token' && !this.tokens.isHeld(headers[TOKEN] ?? '');
  }

  /** A way is closed for good; false where there is no other. */
  private leave(way: Way): boolean {
    if (this.attempt?.way !== way) return this.attempt !== undefined;
    const next = otherWay(this.attempt, this.ways);
    if (next) this.begin(next);
    return next !== undefined;
  }

  private begin(next: Attempt): void {
    this.attempt = next;
    this.round += 1;
  }

  /** Later requests begin with the preferred way, once each. */
  private giveUp(): false {
    const [way] = this.ways;
    if (way) this.begin({ way, anew: true, switched: true });
    return false;
  }
}

function signerFrom({ adpToken, privateKey }: SigningMaterial): Signer {
  return { adpToken, key: createPrivateKey(privateKey) };
}

function wayOf(headers: Headers): Way | undefined {
  if (Object.hasOwn(headers, TOKEN)) return 'token';
  return Object.hasOwn(headers, 'x-adp-signature') ? 'signing' : undefined;
}

/** Asking once more does not help; what is unreachable may be reached later. */
function isFinal(error: unknown): boolean {
  return error instanceof AudibleError && error.reason === 'reauth_required';
}
