import { DomainError } from '@octavo/domain';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  /** Names the key without telling it, so that another can take its place. */
  id: string;
  bytes: Buffer;
}

/** Encrypts the secrets of others that we have to keep: AES-256-GCM under this house's keys. */
export class SecretBox {
  private keys: readonly Key[];
  private read: (() => readonly string[]) | undefined;

  /** Keys are 32 bytes in base64: the first seals, all of them open. */
  constructor(first: string, ...older: string[]) {
    this.keys = [first, ...older].map(toKey);
  }

  /**
   * A box whose keys may change while it is in use. `read` gives them as they are now, or none where that cannot be told
   * at the moment; it is asked before anything is sealed, and for a text whose key is not known.
   */
  static reading(read: () => readonly string[], first: string, ...older: string[]): SecretBox {
    const box = new SecretBox(first, ...older);
    box.read = read;
    return box;
  }

  /**
   * `<key id>.<nonce, ciphertext and tag in base64url>`: another text each time. `about` says whose secret it is, such as
   * the table and the owner's id; it is not kept, and without the same words the text cannot be opened.
   */
  seal(secret: string, about: string): string {
    this.look();
    const { id, bytes } = this.keys[0]!;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
    const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return `${id}.${Buffer.concat(sealed).toString('base64url')}`;
  }

  /** The secret again. Throws 'secret.cannot-open' for what was sealed with no key of ours, about another, or changed since. */
  open(sealed: string, about: string): string {
    const key = this.keyOf(sealed);
    if (!key) throw new DomainError('secret.cannot-open', 'It was encrypted with another key');
    const bytes = Buffer.from(sealed.split('.')[1] ?? '', 'base64url');
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const opened = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch (error) {
      throw new DomainError('secret.cannot-open', 'It is not what was encrypted', { cause: error });
    }
  }

  /** Whether a text names the key that seals, an older one of ours, or none that we have. It is not opened for that. */
  ageOf(sealed: string): 'current' | 'older' | 'unknown' {
    const key = this.keyOf(sealed);
    if (!key) return 'unknown';
    return key === this.keys[0] ? 'current' : 'older';
  }

  private keyOf(sealed: string): Key | undefined {
    const named = sealed.split('.')[0];
    const known = () => this.keys.find(({ id }) => id === named);
    return known() ?? (this.look(), known());
  }

  /** Keys that went from the list still open what they sealed, for as long as this process lives. */
  private look(): void {
    const now = (this.read?.() ?? []).map(toKey);
    const gone = this.keys.filter(({ id }) => !now.some((key) => key.id === id));
    if (now.length > 0) this.keys = [...now, ...gone];
  }
}

function toKey(text: string): Key {
  const bytes = Buffer.from(text, 'base64');
  return { id: createHmac('sha256', bytes).update('key id').digest('base64url').slice(0, 8), bytes };
}
