import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Something is not as a check wants it. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
  constructor(
    readonly expected: string,
    readonly came: string,
  ) {
    super(`expected ${expected}; came ${came}`);
  }
}

/** A check has nothing to look at here: it is skipped, and `what` says what would be needed. */
export class Lacking extends Error {
  override readonly name = 'Lacking';
  constructor(readonly what: string) {
    super(`needs ${what}`);
  }
}

/** Throws Unmet unless `condition` is truthy. `expected` finishes the sentence "expected …". */
export function holds(condition: unknown, expected: string, came: unknown): asserts condition {
  if (!condition) throw new Unmet(expected, shown(came));
}

/** Throws Unmet unless both are deeply equal. `of` names what is compared. */
export function equal(came: unknown, expected: unknown, of: string): void {
  if (!isDeepStrictEqual(came, expected)) throw new Unmet(`${of} to be ${shown(expected)}`, shown(came));
}

/** The value as the schema reads it, or Unmet with every fault. */
export function fits<Schema extends z.ZodType>(value: unknown, schema: Schema, of: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ');
  throw new Unmet(`${of} as a device reads it`, `${faults} in ${shown(value)}`);
}

const MOST_CHARACTERS = 300;

/** A value in a few words. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
