import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Takes in the pages of a comic in their order and names it by them: the same pages, the same name, whenever. */
export class ContentIdentity {
  private readonly hash = createHash('sha256');

  /** `name` in the comic, `bytes` as they stand there. */
  add(name: string, bytes: Uint8Array): void {
    this.hash.update(`${name}\0${bytes.byteLength} ${crc32(bytes)}\n`);
  }

  /** A UUID of version 8 (RFC 9562 §5.8) as a URN; asked for once. */
  urn(): string {
    const bytes = this.hash.digest().subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
    return `urn:uuid:${parts.join('-')}`;
  }
}
