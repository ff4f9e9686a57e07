/** What went wrong, in the few ways that matter to whoever must react: an HTTP client or the queue. */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'unsupported',
  'corrupt',
  'rate-limited',
  'unavailable',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/**
 * Every error a user, a script or an operator can meet. Codes are wire format: add, never rename.
 * PROBLEMS.md describes each one; a spec keeps the two in step.
 */
export const PROBLEMS = {
  'request.invalid': { kind: 'invalid', title: 'The request does not fit its contract' },
  'request.too-large': { kind: 'too-large', title: 'The request is larger than it may be' },
  'route.not-found': { kind: 'not-found', title: 'There is nothing at this address' },
  'session.required': { kind: 'unauthenticated', title: 'Sign in first' },
  'session.wrong-password': { kind: 'unauthenticated', title: 'The e-mail address or the password is wrong' },
  'session.too-many-attempts': { kind: 'rate-limited', title: 'Too many failed sign-ins' },
  'setup.closed': { kind: 'conflict', title: 'The first account exists already' },
  'setup.wrong-token': { kind: 'forbidden', title: 'This set-up link is not valid' },
  'user.forbidden': { kind: 'forbidden', title: 'Your account may not do this' },
  'user.not-found': { kind: 'not-found', title: 'There is no such user' },
  'user.exists': { kind: 'conflict', title: 'An account with this e-mail address exists already' },
  'api-key.not-found': { kind: 'not-found', title: 'There is no such API key' },
  'app-password.not-found': { kind: 'not-found', title: 'There is no such app password' },
  'book.not-found': { kind: 'not-found', title: 'There is no such book' },
  'book.locked': { kind: 'conflict', title: 'Something else is changing the book' },
  'change.not-found': { kind: 'not-found', title: 'There is no such change' },
  'find.not-found': { kind: 'not-found', title: 'There is no such suggestion' },
  'cover.not-found': { kind: 'not-found', title: 'This book has no cover' },
  'file.not-found': { kind: 'not-found', title: 'There is no such file' },
  'file.vanished': { kind: 'unavailable', title: 'The file went away while it was read' },
  'file.settling': { kind: 'unavailable', title: 'The file is still being written' },
  'file.empty': { kind: 'corrupt', title: 'The file is empty' },
  'file.unreadable': { kind: 'corrupt', title: 'The file is damaged' },
  'file.forbidden': { kind: 'unavailable', title: 'The file may not be read by this server' },
  'file.too-hard': { kind: 'corrupt', title: 'Reading the file takes more time or memory than a book may' },
  'archive.climbs-out': { kind: 'corrupt', title: 'The archive names files outside itself' },
  'archive.bomb': { kind: 'corrupt', title: 'The archive unpacks to far more than it may' },
  'format.unsupported': { kind: 'unsupported', title: 'No reader knows this format' },
  'format.encrypted': { kind: 'unsupported', title: 'The file is protected by DRM' },
  'conversion.failed': { kind: 'corrupt', title: 'The book could not be converted' },
  'conversion.tool-missing': { kind: 'unavailable', title: 'The program that converts books cannot be used' },
  'library.not-found': { kind: 'not-found', title: 'There is no such library' },
  'library.exists': { kind: 'conflict', title: 'Another library holds these files already' },
  'library.not-a-folder': { kind: 'invalid', title: 'This folder cannot be a library' },
  'library.read-only': { kind: 'forbidden', title: 'This server may not write into the library folder' },
  'library.paused': { kind: 'conflict', title: 'The library is paused' },
  'library.nothing-held': { kind: 'conflict', title: 'No removal waits for a word' },
  'scan.not-found': { kind: 'not-found', title: 'There is no such scan' },
  'upload.missing': { kind: 'invalid', title: 'The request carries no file' },
  'upload.too-large': { kind: 'too-large', title: 'The file is larger than uploads may be' },
  'library.unavailable': { kind: 'unavailable', title: 'The library folder cannot be read' },
  'device.not-found': { kind: 'not-found', title: 'There is no such device' },
  'shelf.not-found': { kind: 'not-found', title: 'There is no such shelf' },
  'shelf.exists': { kind: 'conflict', title: 'You have a shelf of that name' },
  'reading.not-found': { kind: 'not-found', title: 'There is no such earlier place' },
  'doctor.busy': { kind: 'rate-limited', title: 'An examination is under way' },
  'device.unknown-token': { kind: 'unauthenticated', title: 'No device has this token' },
  'store.unavailable': { kind: 'unavailable', title: 'The Kobo store cannot be asked' },
  'secret.cannot-open': { kind: 'corrupt', title: 'A secret cannot be decrypted' },
  'source.not-found': { kind: 'not-found', title: 'There is no such connection' },
  'source.exists': { kind: 'conflict', title: 'You have this connection already' },
  'source.unusable': { kind: 'corrupt', title: 'The server cannot be used like this' },
  'source.incomplete': { kind: 'unavailable', title: 'The server does not list all of a folder' },
  'source.unreachable': { kind: 'unavailable', title: 'The server of a remote library is of no use now' },
  'source.refused': { kind: 'forbidden', title: 'The server of a remote library does not let us in' },
  'source.busy': { kind: 'rate-limited', title: 'The server of a remote library wants to be asked less often' },
  'audible.not-found': { kind: 'not-found', title: 'There is no such Audible account' },
  'audible.exists': { kind: 'conflict', title: 'This Audible account is connected already' },
  'audible.sign-in-not-found': { kind: 'not-found', title: 'There is no such sign-in' },
  'audible.sign-in-failed': { kind: 'invalid', title: 'The sign-in did not come to its end' },
  'audible.auth-file-unusable': { kind: 'invalid', title: 'The file holds no usable credentials' },
  'audible.auth-file-locked': { kind: 'invalid', title: 'The file is encrypted and does not open' },
  'audible.reauth-required': { kind: 'forbidden', title: 'Audible does not accept the account any more' },
  'audible.busy': { kind: 'rate-limited', title: 'Audible wants to be asked less often' },
  'audible.unreachable': { kind: 'unavailable', title: 'Audible is of no use now' },
  'audible.unusable': { kind: 'corrupt', title: 'Audible does not take the question' },
  'work.not-found': { kind: 'not-found', title: 'There is no such suggestion of a work' },
  'job.not-found': { kind: 'not-found', title: 'There is no such job' },
  'job.unknown': { kind: 'invalid', title: 'No worker knows this job' },
  'job.invalid-payload': { kind: 'invalid', title: 'The job does not carry what it must' },
  'job.not-retryable': { kind: 'conflict', title: 'Only a failed or cancelled job can be asked for again' },
  'job.cancelled': { kind: 'conflict', title: 'The job was cancelled' },
} as const satisfies Record<string, { kind: ErrorKind; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemOptions {
  cause?: unknown;
  /** Seconds after which asking again makes sense; only read for rate-limited and unavailable problems. */
  retryAfter?: number;
}

/** An error with a code from the table. Anything else that is thrown is a bug or an outage of ours. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: ErrorKind;
  readonly title: string;
  readonly retryAfter: number | undefined;

  /** `detail` is one sentence for a person; it must not hold secrets, since it is shown and stored. */
  constructor(
    readonly code: ProblemCode,
    readonly detail: string = PROBLEMS[code].title,
    options: ProblemOptions = {},
  ) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause });
    this.kind = PROBLEMS[code].kind;
    this.title = PROBLEMS[code].title;
    this.retryAfter = options.retryAfter;
  }
}
