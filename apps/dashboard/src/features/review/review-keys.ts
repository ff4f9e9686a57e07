/** What of a pressed key matters. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What has the focus: something one types into, a choice that arrows move in, something Enter presses, or none of these. */
export type Focus = 'text' | 'choice' | 'button' | 'page';

export type ReviewAction =
  { do: 'move'; by: 1 | -1 } | { do: 'choose'; at: number } | { do: 'accept' | 'reject' | 'open' | 'keys' };

const ACTIONS: Record<string, ReviewAction> = {
  j: { do: 'move', by: 1 },
  ArrowRight: { do: 'move', by: 1 },
  ArrowDown: { do: 'move', by: 1 },
  k: { do: 'move', by: -1 },
  ArrowLeft: { do: 'move', by: -1 },
  ArrowUp: { do: 'move', by: -1 },
  Enter: { do: 'accept' },
  x: { do: 'reject' },
  o: { do: 'open' },
  '?': { do: 'keys' },
};

/** What a key does on the review page; undefined where it does what it does everywhere. */
export function reviewAction({ key, ctrlKey, metaKey, altKey }: Press, focus: Focus): ReviewAction | undefined {
  if (ctrlKey || metaKey || altKey || focus === 'text') return undefined;
  if (key === 'Enter' && focus === 'button') return undefined;
  if (key.startsWith('Arrow') && focus === 'choice') return undefined;
  if (/^[1-5]$/.test(key)) return { do: 'choose', at: Number(key) - 1 };
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}

/** Keys that do the same, as people are told of them. */
export interface KeyTold {
  keys: readonly string[];
  does: string;
}

/** The keys of the page of finds. */
export const REVIEW_KEYS: readonly KeyTold[] = [
  { keys: ['j', '→', '↓'], does: 'The next book' },
  { keys: ['k', '←', '↑'], does: 'The book before' },
  { keys: ['1', '…', '5'], does: 'Another find for this book' },
  { keys: ['Enter'], does: 'Take what is ticked' },
  { keys: ['x'], does: 'It is not this book' },
  { keys: ['o'], does: 'Open the provider’s page' },
  { keys: ['?'], does: 'Show these keys' },
];

/** What kind of element has the focus. */
export function focusOf(element: Element | null): Focus {
  if (!element) return 'page';
  const type = element.getAttribute('type');
  if (element.matches('textarea, select, [contenteditable]')) return 'text';
  if (element.matches('input')) return type === 'radio' ? 'choice' : type === 'checkbox' ? 'page' : 'text';
  if (element.matches('button, a, summary, [role="button"], [role="menuitem"]')) return 'button';
  return 'page';
}
