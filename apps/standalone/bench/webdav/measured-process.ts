import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MEMORY, NODE_FLAGS } from '../as-in-product.js';

/**
 * One of the scripts beside this file in a process of its own, started as the product is, so that its memory and its CPU
 * time are its own. `order` is the first message it gets.
 */
export function startMeasured(script: string, order: unknown, settings: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, script)], {
    env: { ...process.env, ...MEMORY, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(order as object);
  return child;
}

/** What it says next. Throws where it ends instead: is the product built? */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended at once: npm run build')));
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
  ended.catch(() => undefined);
  return answer;
}

/** What it says in the end. */
export async function measuredBy<Answer>(script: string, order: unknown): Promise<Answer> {
  const child = startMeasured(script, order);
  const answer = await answerOf<Answer>(child);
  child.disconnect();
  await once(child, 'exit');
  return answer;
}
