import { DomainError } from '@octavo/domain';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts the secrets of others that we have to keep: AES-256-GCM under this house's key. */
export class SecretBox {
  private readonly key: Buffer;
  /** Names the key without telling it, so that another key can take its place one day. */
  private readonly keyId: string;

  /** `key` is 32 bytes in base64. */
  constructor(key: string) {
    this.key = Buffer.from(key, 'base64');
    this.keyId = createHmac('sha256', this.key).update('key id').digest('base64url').slice(0, 8);
  }

  /**
   * `<key id>.<nonce, ciphertext and tag in base64url>`: another text each time. `about` says whose secret it is, such as
   * the table and the owner's id; it is not kept, and without the same words the text cannot be opened.
   */
  seal(secret: string, about: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
    const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return `${this.keyId}.${Buffer.concat(sealed).toString('base64url')}`;
  }

  /** The secret again. Throws 'secret.cannot-open' for what was sealed with another key, about another, or changed since. */
  open(sealed: string, about: string): string {
    const [keyId, payload] = sealed.split('.');
    if (keyId !== this.keyId) throw new DomainError('secret.cannot-open', 'It was encrypted with another key');
    const bytes = Buffer.from(payload ?? '', 'base64url');
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const opened = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch (error) {
      throw new DomainError('secret.cannot-open', 'It is not what was encrypted', { cause: error });
    }
  }
}
