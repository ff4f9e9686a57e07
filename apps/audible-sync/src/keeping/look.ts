import type { StoreOfAccount } from '@octavo/database';
import type { ItemContext } from '@octavo/sources';

/** Somebody looks at a store. */
export interface Look {
  store: StoreOfAccount;
  syncId: string;
  /** Theirs for as long as they have the turn. */
  turn: string;
  /** What is asked of each title. */
  context: ItemContext;
}
