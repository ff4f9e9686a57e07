/** A start that failed for a reason the operator can mend: its message is one sentence, fit to be shown without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
