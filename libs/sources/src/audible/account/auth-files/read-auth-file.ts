import type { AudibleCountry } from '@octavo/domain';
import type { AudibleCredentials } from '../credentials.js';
import { isObject, parseJson, textAt, type JsonObject } from '../json-value.js';
import { decrypted, encryptedBytes, encryptedParts } from './encrypted-file.js';
import { unusable } from './file-problems.js';
import { isOpenAudibleFile, readOpenAudibleFile } from './openaudible-file.js';
import { isPlainFile, readPlainFile } from './plain-file.js';

export interface AuthFileOptions {
  password?: string | undefined;
  /** Where the account belongs, for files that do not say. */
  country?: AudibleCountry | undefined;
}

export interface AuthFileRead {
  /** One for each account in the file. */
  credentials: AudibleCredentials[];
  /** How many more accounts are in the file that lack what is needed. */
  unusable: number;
  found: 'audible-cli' | 'openaudible';
}

const MOST_BYTES = 1024 * 1024;

/**
 * Accounts out of a file another program wrote: audible-cli's, with or without a password in either of its encrypted
 * forms, Libation's, or OpenAudible's. Throws DomainErrors that repeat nothing of the file: 'audible.auth-file-locked' where
 * it is encrypted and the password is missing or does not open it, else 'audible.auth-file-unusable'.
 */
export async function readAuthFile(bytes: Uint8Array, options: AuthFileOptions = {}): Promise<AuthFileRead> {
  if (bytes.byteLength > MOST_BYTES) throw unusable('too_large');
  const text = textOf(bytes);
  if (text === undefined) return readBytes(bytes, options);
  const json = parseJson(text);
  if (json === undefined && /^\s*\{/.test(text)) throw unusable('damaged_json');
  if (!isObject(json)) throw unusable('unknown_kind');
  if (!Object.hasOwn(json, 'ciphertext') || isAudibleRs(json)) return readJson(json, options.country);
  return readJson(await decrypted(encryptedParts(json), options.password), options.country);
}

/** Encrypted bytes are no text but by a chance that does not occur. */
async function readBytes(bytes: Uint8Array, { password, country }: AuthFileOptions): Promise<AuthFileRead> {
  const file = encryptedBytes(bytes);
  if (!file) throw unusable('unknown_kind');
  return readJson(await decrypted(file, password), country);
}

function readJson(json: JsonObject, country: AudibleCountry | undefined): AuthFileRead {
  if (isAudibleRs(json)) throw unusable('audible_rs');
  if (isPlainFile(json)) return { credentials: [readPlainFile(json, country)], unusable: 0, found: 'audible-cli' };
  if (isOpenAudibleFile(json)) return { ...readOpenAudibleFile(json, country), found: 'openaudible' };
  throw unusable('unknown_kind');
}

function isAudibleRs(json: JsonObject): boolean {
  return textAt(json, 'format')?.toLowerCase() === 'audible-rs-auth';
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
