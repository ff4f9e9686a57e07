import { DomainError } from '@octavo/domain';

const VANISHED = new Set(['ENOENT', 'ENOTDIR', 'ESTALE']);
const FORBIDDEN = new Set(['EACCES', 'EPERM']);
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The errno of a failed file operation ("ENOENT"), or undefined. */
export function errnoOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** True when the thing is not there (any more). */
export function isVanished(error: unknown): boolean {
  return VANISHED.has(errnoOf(error) ?? '');
}

/** A failed file operation as a problem on the right object. */
export function problemOf(error: unknown, path: string): DomainError {
  const errno = errnoOf(error);
  if (isVanished(error)) return new DomainError('file.vanished', `${path} is not there any more`, { cause: error });
  if (errno && FORBIDDEN.has(errno)) {
    return new DomainError('file.forbidden', `${path} may not be read by this server (${errno})`, { cause: error });
  }
  return new DomainError('file.vanished', `${path} cannot be read (${errno ?? String(error)})`, { cause: error });
}

/** A failed attempt to write into a library, as a problem of the library; what is neither is given back as it was. */
export function refusal(error: unknown, root: string): unknown {
  const errno = errnoOf(error) ?? '';
  if (REFUSED.has(errno)) return new DomainError('library.read-only', `${root} may not be written to (${errno})`);
  if (errno === 'ENOENT') return new DomainError('library.unavailable', `${root} is not there`);
  return error;
}
