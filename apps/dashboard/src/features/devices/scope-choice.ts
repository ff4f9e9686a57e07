import type { DeviceScope } from '@octavo/contracts';

/** What is ticked in the form: both lists are kept, so that going back and forth between kinds loses nothing. */
export interface ScopeChoice {
  kind: DeviceScope['kind'];
  libraryIds: string[];
  shelfIds: string[];
}

export const EVERYTHING: ScopeChoice = { kind: 'everything', libraryIds: [], shelfIds: [] };

export const choiceOf = (scope: DeviceScope): ScopeChoice => ({ ...EVERYTHING, ...scope });

/** The choice as it is sent; only what belongs to its kind. */
export function scopeOf({ kind, libraryIds, shelfIds }: ScopeChoice): DeviceScope {
  switch (kind) {
    case 'everything':
      return { kind };
    case 'libraries':
      return { kind, libraryIds };
    case 'shelves':
      return { kind, shelfIds };
  }
}
