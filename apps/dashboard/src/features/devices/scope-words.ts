import type { DeviceScope } from '@octavo/contracts';

interface Named {
  id: string;
  name: string;
}

/** Of a long list so many are named. */
const NAMED = 3;

/**
 * What a device gets, in a sentence without its end: "Gets everything", "Gets the shelves To read and Winter". `libraries`
 * and `shelves` are all there are, or undefined while that is not known.
 */
export function scopeWords(
  scope: DeviceScope,
  { libraries, shelves }: { libraries?: Named[] | undefined; shelves?: Named[] | undefined },
): string {
  switch (scope.kind) {
    case 'everything':
      return 'Gets every book';
    case 'libraries':
      return chosenWords(scope.libraryIds, libraries, { one: 'library', many: 'libraries' });
    case 'shelves':
      return chosenWords(scope.shelfIds, shelves, { one: 'shelf', many: 'shelves' });
  }
}

function chosenWords(ids: string[], known: Named[] | undefined, kind: { one: string; many: string }): string {
  if (ids.length === 0) return `Gets no book: no ${kind.one} is chosen`;
  const kindWord = ids.length === 1 ? kind.one : kind.many;
  const names = known?.filter(({ id }) => ids.includes(id)).map(({ name }) => name) ?? [];
  if (names.length === 0) return ids.length === 1 ? `Gets one ${kindWord}` : `Gets ${ids.length} ${kindWord}`;
  return `Gets the ${kindWord} ${listed(names, ids.length)}`;
}

/** "A", "A and B", "A, B, C and 4 more"; `count` may be more than there are names. */
function listed(names: string[], count: number): string {
  const shown = names.slice(0, count - NAMED === 1 ? NAMED + 1 : NAMED);
  const rest = count - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
