import { crc32 } from 'node:zlib';
import { packedForRar } from './rar-packing.js';
import { RAR4, RAR5, type RarFile } from './rar-parts.js';

export interface RarEntryOptions {
  /** Compressed, however little that gains. */
  packed?: boolean;
  /** Compressed with what came before in mind; the archive is then solid. */
  solid?: boolean;
  encrypted?: boolean;
  /** Goes on in the next volume. */
  split?: boolean;
  /** What the entry says of itself, where that is not the truth. */
  claims?: { size?: number; crc32?: number; length?: number };
  /** RAR 5: memory the unpacker is told to set aside, in powers of two of 128 KiB. */
  dictionary?: number;
}

/** A RAR archive of either generation made byte by byte; unrar reads it. No packer is needed, and none may be shipped. */
export function aRar(version: 4 | 5 = 5): RarBuilder {
  return new RarBuilder(version);
}

export class RarBuilder {
  readonly #files: RarFile[] = [];
  #lockedHeaders = false;
  #volume = false;
  #ends = true;

  constructor(private readonly version: 4 | 5) {}

  /** Names are taken as they are, twice if given twice. Nothing is packed unless asked for. */
  with(name: string, content: string | Uint8Array, options: RarEntryOptions = {}): this {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const { packed = false, solid = false, encrypted = false, split = false, claims = {}, dictionary = 0 } = options;
    const compressed = packed || solid;
    const data = compressed ? packedForRar(bytes, { version: this.version, continued: solid }) : bytes;
    this.#files.push({
      name,
      data,
      size: claims.size ?? bytes.byteLength,
      packed: compressed,
      solid,
      encrypted,
      split,
      crc32: claims.crc32 ?? crc32(bytes),
      dictionary,
      needs: 29,
      claimedLength: claims.length ?? data.byteLength,
    });
    return this;
  }

  /** The list of files is encrypted too. */
  withLockedHeaders(): this {
    this.#lockedHeaders = true;
    return this;
  }

  /** One of a set of volumes. */
  asVolume(): this {
    this.#volume = true;
    return this;
  }

  /** As RAR 2 wrote archives. */
  withoutEnd(): this {
    this.#ends = false;
    return this;
  }

  build(): Uint8Array {
    const form = this.version === 5 ? RAR5 : RAR4;
    const needs = this.#ends ? 29 : 20;
    const solid = this.#files.some((file) => file.solid);
    return Buffer.concat([
      form.signature,
      form.main({ solid, lockedHeaders: this.#lockedHeaders, volume: this.#volume }),
      ...this.#files.flatMap((file) => [form.file({ ...file, needs }), file.data]),
      ...(this.#ends ? [form.end] : []),
    ]);
  }
}
