import { DomainError } from '@octavo/domain';

/** What may be wrong with a file of credentials; each sentence says what to do and repeats nothing of the file. */
const UNUSABLE = {
  too_large: 'The file is larger than 1 MB; a file of credentials has a few kilobytes.',
  unknown_kind:
    'This is no file of credentials that is known. Take the one audible-cli or Libation writes, or credentials.json of OpenAudible.',
  damaged_json: 'The file begins like one of credentials but is cut off or damaged.',
  other_cipher: 'The file is encrypted in a way that is not known. Export it once more with the usual settings.',
  audible_rs:
    'The file was written by audible-rs in a form of its own. Export it there once more in the “python” form.',
  nothing_usable:
    'The file lacks what is needed: adp_token with device_private_key, or refresh_token, whole and undamaged.',
  no_country: 'The file does not say which marketplace the account belongs to. Say it.',
} as const;
const LOCKED = {
  no_password: 'The file is encrypted. Its password is needed.',
  not_opened: 'The password is wrong, or the file is damaged.',
} as const;

/** The file cannot be used, whatever its password. */
export function unusable(why: keyof typeof UNUSABLE): DomainError {
  return new DomainError('audible.auth-file-unusable', UNUSABLE[why]);
}

/** The file is encrypted and was not opened. */
export function locked(why: keyof typeof LOCKED): DomainError {
  return new DomainError('audible.auth-file-locked', LOCKED[why]);
}
