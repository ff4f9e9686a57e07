import { createHash } from 'node:crypto';

export interface PdfPasswords {
  /** Empty: every viewer opens the file without asking. */
  user: string;
  owner?: string;
  /** How long the key is. */
  bits?: 40 | 128;
}

/** The standard security handler, revisions 2 and 3 (ISO 32000-1 §7.6.3), all permissions but printing denied. */
export interface PdfEncryption {
  /** The value of /Encrypt in the trailer. */
  dictionary: string;
  encrypt(objectNumber: number, bytes: Uint8Array): Uint8Array;
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -60;

export function standardEncryption({ user, owner = 'owner', bits = 40 }: PdfPasswords, id: Uint8Array): PdfEncryption {
  const length = bits / 8;
  const ownerKey = digest([padded(owner)], length);
  const ownerEntry = scrambled(ownerKey, padded(user), length);
  const key = digest([padded(user), ownerEntry, permissions(), id], length);
  const userEntry = userCheck(key, id, length);
  const version = length === 5 ? '/V 1 /R 2' : `/V 2 /R 3 /Length ${bits}`;
  return {
    dictionary: `<< /Filter /Standard ${version} /P ${PERMISSIONS} /O ${hex(ownerEntry)} /U ${hex(userEntry)} >>`,
    encrypt: (objectNumber, bytes) => rc4(objectKey(key, objectNumber), bytes),
  };
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
}

function permissions(): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(PERMISSIONS);
  return bytes;
}

function digest(parts: Uint8Array[], length: number): Buffer {
  let hash = md5(Buffer.concat(parts));
  for (let round = 0; length > 5 && round < 50; round++) hash = md5(hash.subarray(0, length));
  return hash.subarray(0, length);
}

/** Revision 3 goes over it 20 times, each with another key. */
function scrambled(key: Uint8Array, bytes: Uint8Array, length: number): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let round = 0; round < (length > 5 ? 20 : 1); round++)
    result = rc4(
      key.map((byte) => byte ^ round),
      result,
    );
  return result;
}

function userCheck(key: Uint8Array, id: Uint8Array, length: number): Buffer {
  if (length === 5) return rc4(key, PADDING);
  return Buffer.concat([scrambled(key, md5(Buffer.concat([PADDING, id])), length), Buffer.alloc(16)]);
}

function objectKey(key: Uint8Array, objectNumber: number): Buffer {
  const salt = Buffer.alloc(5);
  salt.writeUIntLE(objectNumber, 0, 3);
  return md5(Buffer.concat([key, salt])).subarray(0, Math.min(16, key.byteLength + 5));
}

function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** OpenSSL no longer offers it. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.byteLength] ?? 0)) & 255;
    swap(i, j);
  }
  const result = Buffer.from(bytes);
  for (let at = 0, j = 0; at < result.byteLength; at++) {
    const i = (at + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    result[at] = (result[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }
  return result;
}

function hex(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes).toString('hex')}>`;
}
