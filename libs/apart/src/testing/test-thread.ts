import { DomainError } from '@octavo/domain';
import { answerTasks } from '../answer-tasks.js';

export type TestTask =
  | { do: 'read' | 'refuse' | 'break' | 'spin' | 'exit' }
  | { do: 'count'; to: number }
  | { do: 'grow'; kind: 'objects' | 'bytes' };

const kept: unknown[] = [];

/** Lets the thread be looked at between two steps, as work that waits for its source does. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 5));

async function grow(kind: 'objects' | 'bytes'): Promise<never> {
  for (;;) {
    if (kind === 'bytes') kept.push(new Uint8Array(1 << 20).fill(1));
    else kept.push(Array.from({ length: 50_000 }, (_, n) => ({ n })));
    await breath();
  }
}

answerTasks<TestTask, string>(async (task, { source, progress }) => {
  if (task.do === 'refuse') throw new DomainError('format.encrypted', 'no');
  if (task.do === 'break') throw new Error('broken');
  if (task.do === 'exit') process.exit(3);
  if (task.do === 'grow') await grow(task.kind);
  while (task.do === 'spin');
  if (task.do === 'count') for (let at = 1; at <= task.to; at += 1) progress(at, task.to);
  const [head, tail] = await Promise.all([source.read(0, 2), source.read(2, source.size - 2)]);
  return { result: Buffer.concat([head, tail]).toString() };
});
