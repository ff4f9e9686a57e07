const DEEPEST = 12;

/** Text without NUL characters and halves of surrogate pairs, neither of which a database keeps. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/**
 * A parsed JSON value as it can be kept: all its text storable, and what lies deeper than twelve levels left out, so
 * that nothing that walks it runs out of stack. Undefined where nothing can be kept.
 */
export function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  if (Array.isArray(value)) {
    return value.map((item) => storableJson(item, depth + 1)).filter((item) => item !== undefined);
  }
  const entries = Object.entries(value)
    .filter(([key]) => key !== '__proto__')
    .map(([key, item]) => [storableText(key), storableJson(item, depth + 1)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
