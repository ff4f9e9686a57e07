import { createHash, randomBytes } from 'node:crypto';

/** Who is let in, and how. */
export interface DavSignIn {
  scheme: 'basic' | 'digest' | 'negotiate' | 'bearer';
  username?: string;
  password?: string;
  token?: string;
  /** Digest: which are offered, in this order. */
  algorithms?: readonly ('MD5' | 'SHA-256' | 'SHA-512-256')[];
  /** Digest: how many requests one nonce is good for. */
  usesOfNonce?: number;
}

const HASHES = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;
type Algorithm = keyof typeof HASHES;

/** Checks Authorization headers as a server does. */
export class DavGate {
  private nonce = randomBytes(8).toString('hex');
  private uses = 0;
  private readonly counts = new Set<string>();

  constructor(private readonly signIn: DavSignIn) {}

  /** Undefined for whoever is let in; for others the WWW-Authenticate headers. */
  objectionTo(header: string | undefined, method: string, target: string): string[] | undefined {
    const { scheme, username = '', password = '', token = '' } = this.signIn;
    if (scheme === 'digest') return this.digest(header, method, target);
    const wanted = {
      basic: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      bearer: `Bearer ${token}`,
    };
    if (scheme === 'basic' && header === wanted.basic) return undefined;
    if (scheme === 'bearer' && header === wanted.bearer) return undefined;
    return scheme === 'negotiate'
      ? ['Negotiate', 'NTLM']
      : [`${scheme === 'basic' ? 'Basic' : 'Bearer'} realm="books, \\"all\\""`];
  }

  private digest(header = '', method: string, target: string): string[] | undefined {
    const given = new Map(
      [...header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map(([, key, quoted, bare]) => [
        key ?? '',
        bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'),
      ]),
    );
    if (!header.startsWith('Digest ')) return this.challenges(false);
    const right = given.get('uri') === target && given.get('response') === this.expected(given, method, target);
    if (!right) return this.challenges(false);
    const used = `${given.get('nonce')} ${given.get('nc')}`;
    const isOld = given.get('nonce') !== this.nonce;
    const isUsedUp = !isOld && (this.uses += 1) > (this.signIn.usesOfNonce ?? Infinity);
    if (isUsedUp) this.renew();
    const stale = isOld || isUsedUp;
    if (stale || this.counts.has(used)) return this.challenges(true);
    this.counts.add(used);
    return undefined;
  }

  private expected(given: ReadonlyMap<string, string>, method: string, target: string): string {
    const { username = '', password = '' } = this.signIn;
    const algorithm = (given.get('algorithm') ?? 'MD5') as Algorithm;
    const hash = (text: string) => createHash(HASHES[algorithm]).update(text).digest('hex');
    const parts = ['nonce', 'nc', 'cnonce'].map((key) => given.get(key));
    return hash([hash(`${username}:books:${password}`), ...parts, 'auth', hash(`${method}:${target}`)].join(':'));
  }

  private challenges(stale: boolean): string[] {
    const { algorithms = ['MD5'] } = this.signIn;
    return algorithms.map(
      (one) => `Digest realm="books", qop="auth,auth-int", algorithm=${one}, nonce="${this.nonce}", stale=${stale}`,
    );
  }

  private renew(): void {
    this.nonce = randomBytes(8).toString('hex');
    this.uses = 0;
  }
}
