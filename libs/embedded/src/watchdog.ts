import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

// `read` blocks until we write a line (the server has ended by itself: nothing to do) or until our end of the pipe
// closes, which the kernel sees to however we die. Signals meant for us must not take the watchdog down first.
const SCRIPT = `
trap '' INT TERM HUP
if read -r dismissed; then exit 0; fi
kill -s "$1" "$2" 2>/dev/null
`;

/** Lets a watchdog go, once the server it looks after has ended. */
export type Dismiss = () => void;

/**
 * Leaves a small shell beside the server `pid` that signals it when this process ends in any way, kill -9 included.
 * It runs in a session of its own, where neither Ctrl-C nor the closing of the terminal reaches it.
 */
export function watchOver(pid: number, signal: NodeJS.Signals): Dismiss {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'octavo-watchdog', signal.replace(/^SIG/, ''), String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.unref();
  const pipe = shell.stdin as Socket;
  pipe.unref();
  pipe.on('error', () => pipe.destroy()); // the shell was killed: there is nobody left to dismiss
  return () => pipe.end('dismissed\n');
}
