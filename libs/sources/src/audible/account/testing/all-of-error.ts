import { inspect } from 'node:util';

/** All of an error that could reach a log or a database: messages, stacks and properties, of its causes too. */
export function allOfError(error: unknown): string {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error; one = one.cause) causes.push(one, one.stack, String(one), { ...one });
  return inspect([causes, error], { depth: 12, maxStringLength: null, showHidden: true });
}

/** What a promise was rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** What a function threw. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
