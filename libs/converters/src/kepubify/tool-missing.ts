import { DomainError } from '@octavo/domain';

/** kepubify itself is wanting, whatever the book is; the sentence tells the operator what to do. */
export function toolMissing(detail: string, cause?: unknown): DomainError {
  return new DomainError('conversion.tool-missing', detail, cause === undefined ? {} : { cause });
}

/** 'ENOSPC' and the like, from an error of the system or of Node.js; undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}
