import { DomainError } from '@octavo/domain';

/** The problem of a written file that must not take its book's place: "The file that was written has no pages." */
export function spoilt(what: string): DomainError {
  return new DomainError('conversion.failed', `The file that was written ${what}.`);
}
