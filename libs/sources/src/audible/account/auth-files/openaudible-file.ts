import type { AudibleCountry } from '@octavo/domain';
import { waysOf, type AudibleCredentials } from '../credentials.js';
import { at, isObject, textAt, type Json, type JsonObject } from '../json-value.js';
import { momentAt } from '../lifetime.js';
import { marketplaceOf } from '../marketplaces.js';
import { credentialsFrom } from '../registration.js';
import { unusable } from './file-problems.js';

const MOST_ACCOUNTS = 50;

/** Whether an object is OpenAudible's file: registrations under names of its own. */
export function isOpenAudibleFile(json: JsonObject): boolean {
  return registrationsIn(json).length > 0;
}

/**
 * The accounts in it that can be used, and how many cannot. Throws 'audible.auth-file-unusable' where there is none that
 * can: it says what the first lacks.
 */
export function readOpenAudibleFile(json: JsonObject, country: AudibleCountry | undefined) {
  const read = registrationsIn(json).map((registration) => readRegistration(registration, country));
  const credentials = read.filter((one) => typeof one === 'object');
  const [fault] = read.filter((one) => typeof one === 'string');
  if (credentials.length === 0) throw unusable(fault ?? 'nothing_usable');
  return { credentials, unusable: read.length - credentials.length };
}

function readRegistration(entry: Json, country: AudibleCountry | undefined): AudibleCredentials | Fault {
  const home = marketplaceOf(textAt(entry, 'region') ?? '')?.country ?? country;
  if (home === undefined) return 'no_country';
  const expiresAt = momentAt(entry, 'expires');
  const credentials = credentialsFrom(at(entry, 'details', 'response', 'success'), { country: home, expiresAt });
  return waysOf(credentials).length === 0 ? 'nothing_usable' : credentials;
}
type Fault = 'no_country' | 'nothing_usable';

function registrationsIn(json: JsonObject): Json[] {
  const entries = Object.values(json).filter((entry) => isObject(at(entry, 'details', 'response', 'success')));
  return entries.slice(0, MOST_ACCOUNTS);
}
