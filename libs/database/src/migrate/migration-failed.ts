/** Migrations could not be applied for a reason the operator can mend; the message is one sentence, without secrets. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}
