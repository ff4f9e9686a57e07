import type { Focus, KeyTold, Press } from './review-keys.js';

export type PairAction = { do: 'move'; by: 1 | -1 } | { do: 'tie' | 'decline' | 'keys' };

const ACTIONS: Record<string, PairAction> = {
  j: { do: 'move', by: 1 },
  ArrowRight: { do: 'move', by: 1 },
  ArrowDown: { do: 'move', by: 1 },
  k: { do: 'move', by: -1 },
  ArrowLeft: { do: 'move', by: -1 },
  ArrowUp: { do: 'move', by: -1 },
  y: { do: 'tie' },
  n: { do: 'decline' },
  '?': { do: 'keys' },
};

/** What a key does on the page of pairs; undefined where it does what it does everywhere. */
export function pairAction({ key, ctrlKey, metaKey, altKey }: Press, focus: Focus): PairAction | undefined {
  if (ctrlKey || metaKey || altKey || focus === 'text') return undefined;
  if (key.startsWith('Arrow') && focus === 'choice') return undefined;
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}

/** The keys as they are told to people. */
export const PAIR_KEYS: readonly KeyTold[] = [
  { keys: ['y'], does: 'They are the same work' },
  { keys: ['n'], does: 'They are two books' },
  { keys: ['j', '→', '↓'], does: 'The next pair' },
  { keys: ['k', '←', '↑'], does: 'The pair before' },
  { keys: ['?'], does: 'Show these keys' },
];
