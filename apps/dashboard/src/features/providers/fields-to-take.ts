import type { MetadataSettings } from '@octavo/contracts';
import { METADATA_FIELDS } from '@octavo/domain';

type FieldToTake = MetadataSettings['overrides'][number];

/** What providers tell of a book. */
export const FIELDS_TO_TAKE: readonly FieldToTake[] = ['cover', ...METADATA_FIELDS];

export const isFieldToTake = (name: string): name is FieldToTake => FIELDS_TO_TAKE.includes(name as FieldToTake);
