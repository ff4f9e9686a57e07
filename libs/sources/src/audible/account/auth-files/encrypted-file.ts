import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { isObject, parseJson, textAt, type Json, type JsonObject } from '../json-value.js';
import { locked, unusable } from './file-problems.js';

/** What audible-cli makes of a file when it is given a password: AES-256-CBC, the key by PBKDF2. */
export interface EncryptedFile {
  salt: Uint8Array;
  iv: Uint8Array;
  ciphertext: Uint8Array;
}

const stretch = promisify(pbkdf2);

const BLOCK = 16;
const KEY_BYTES = 32;
const MARKER = 0x24;
const USUAL_ROUNDS = 1000;

/** The parts of a file in JSON. Throws where one is missing, or another cipher is named. */
export function encryptedParts(json: JsonObject): EncryptedFile {
  const cipher = /AES-([A-Z]+-?\d*)/i.exec(textAt(json, 'info') ?? '')?.[1];
  if (cipher !== undefined && cipher.toUpperCase() !== 'CBC-256') throw unusable('other_cipher');
  const [salt, iv, ciphertext] = [bytesAt(json, 'salt'), bytesAt(json, 'iv'), bytesAt(json, 'ciphertext')];
  if (salt?.length !== BLOCK || iv?.length !== BLOCK || !isWhole(ciphertext)) throw unusable('damaged_json');
  return { salt, iv, ciphertext };
}

/** The parts of a file that is nothing but them; undefined where its length tells that it is none. */
export function encryptedBytes(bytes: Uint8Array): EncryptedFile | undefined {
  const [salt, iv, ciphertext] = [
    bytes.subarray(0, BLOCK),
    bytes.subarray(BLOCK, 2 * BLOCK),
    bytes.subarray(2 * BLOCK),
  ];
  return isWhole(ciphertext) ? { salt, iv, ciphertext } : undefined;
}

/** The JSON object in it. Throws 'audible.auth-file-locked' without a password and with a wrong one. */
export async function decrypted(file: EncryptedFile, password: string | undefined): Promise<JsonObject> {
  if (password === undefined || password === '') throw locked('no_password');
  const { salt, rounds } = readSalt(file.salt);
  if (rounds === 0) throw locked('not_opened');
  const key = await stretch(password, salt, rounds, KEY_BYTES, 'sha256');
  const json = parseJson(plainOf(file, key));
  if (!isObject(json)) throw locked('not_opened');
  return json;
}

/** Between two marks stands how many rounds there are, and twelve bytes of salt follow; otherwise all is salt. */
function readSalt(field: Uint8Array): { salt: Uint8Array; rounds: number } {
  if (field[0] !== MARKER || field[3] !== MARKER) return { salt: field, rounds: USUAL_ROUNDS };
  const [high = 0, low = 0] = field.subarray(1, 3);
  return { salt: field.subarray(4), rounds: high * 256 + low };
}

/** A wrong key usually leaves wrong padding, and else no text. */
function plainOf({ iv, ciphertext }: EncryptedFile, key: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  try {
    const plain = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw locked('not_opened');
  }
}

function isWhole(ciphertext: Uint8Array | undefined): ciphertext is Uint8Array {
  return ciphertext !== undefined && ciphertext.length > 0 && ciphertext.length % BLOCK === 0;
}

function bytesAt(json: Json, key: string): Uint8Array | undefined {
  const text = textAt(json, key)?.replace(/\s+/g, '');
  return text !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
