import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { commandLine, endProcess, isRunning } from './process-table.js';
import { eventually } from './testing/processes.js';

it('knows the command line of a living process', () => {
  const child = spawn('sleep', ['30'], { stdio: 'ignore' });
  expect(commandLine(child.pid ?? 0)?.trim()).toBe('sleep 30');
  child.kill('SIGKILL');
});

it.each([0, -1, NaN, 2 ** 30])('has no process %p', (pid) => {
  expect(isRunning(pid)).toBe(false);
});

it('takes a zombie for gone, although a signal still reaches it', async () => {
  // The shell's child ends while the shell has become `sleep`, which never collects it.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const zombie = Number(line.toString());
  await eventually(() => /\) Z /.test(readFileSync(`/proc/${zombie}/stat`, 'utf8')));
  expect(process.kill(zombie, 0)).toBe(true);
  expect(isRunning(zombie)).toBe(false);
  parent.kill('SIGKILL');
});

it('ends a process with the signal it is told', async () => {
  const child = spawn('sleep', ['30'], { stdio: 'ignore' });
  const exit = once(child, 'exit');
  await endProcess(child.pid ?? 0, 'SIGINT', 5_000);
  expect(await exit).toEqual([null, 'SIGINT']);
});

it('kills a process that will not listen', async () => {
  const child = spawn('/bin/sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 1; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  await endProcess(child.pid ?? 0, 'SIGTERM', 50);
  expect(await exit).toEqual([null, 'SIGKILL']);
});
