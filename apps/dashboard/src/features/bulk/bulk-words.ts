import type { BulkAnswer } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';
import type { BulkPatchSent } from './bulk-form.js';

const number = (count: number) => count.toLocaleString('en-GB');

/** What would come of a change in many books. */
export function wouldWords(
  { total, changed }: Pick<BulkAnswer, 'total' | 'changed'>,
  { locks }: BulkPatchSent,
): string {
  const values =
    changed === 0
      ? 'In none of them a value changes.'
      : `${number(changed)} of ${counted(total, 'book')} ${changed === 1 ? 'changes' : 'change'}.`;
  return locks === undefined ? values : `${values} ${locksWords(total, locks)}`;
}

function locksWords(total: number, locks: NonNullable<BulkPatchSent['locks']>): string {
  const isLocking = Object.values(locks).some(Boolean);
  return `${isLocking ? 'Locks are set' : 'Locks are taken away'} in ${total === 1 ? 'the one book' : `all ${number(total)}`}.`;
}

/** What came of it. */
export function didWords({ total, changed }: Pick<BulkAnswer, 'total' | 'changed'>, { locks }: BulkPatchSent): string {
  if (changed > 0) return `${counted(changed, 'book')} changed`;
  return locks === undefined ? 'Nothing had to be changed' : `The locks of ${counted(total, 'book')} are changed`;
}

/** Whether there is anything to be done. */
export const isWorthDoing = ({ changed }: Pick<BulkAnswer, 'changed'>, { locks }: BulkPatchSent): boolean =>
  changed > 0 || locks !== undefined;
