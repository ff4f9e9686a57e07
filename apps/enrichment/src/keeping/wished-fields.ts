import { type MetadataField, onlyFields, type RunStatement } from '@octavo/domain';
import type { ProviderId } from '@octavo/providers';
import type { FieldsTaken } from './plans.js';

/** Whether a provider's word is taken for a field. */
export function takes(fields: FieldsTaken, provider: ProviderId, field: MetadataField | 'cover'): boolean {
  return fields.get(provider)?.includes(field) ?? true;
}

/** A statement of a provider without the fields in which its word is not taken. */
export function asWished(fields: FieldsTaken, statement: RunStatement): RunStatement {
  const taken = fields.get(statement.provider as ProviderId);
  const isField = (field: MetadataField | 'cover'): field is MetadataField => field !== 'cover';
  return taken === undefined ? statement : onlyFields(statement, taken.filter(isField));
}
