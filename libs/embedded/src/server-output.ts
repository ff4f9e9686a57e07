import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

const LINES_KEPT = 10;

/** What a server says on its two output streams, line by line; listening does not keep this process alive. */
export class ServerOutput {
  private readonly kept: string[] = [];
  private passOn: ((line: string) => void) | undefined;

  constructor(server: ChildProcess) {
    for (const stream of [server.stdout, server.stderr]) this.listenTo(stream as Socket);
  }

  /** The last lines it said, for the message about a failed start. */
  get lastWords(): string {
    return this.kept.join(' / ') || 'it gave no reason';
  }

  /** From now on hands each line to `log`. */
  follow(log: (line: string) => void): void {
    this.passOn = log;
  }

  private listenTo(stream: Socket): void {
    let rest = '';
    stream.setEncoding('utf8').unref();
    stream.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.hear(line);
    });
  }

  private hear(line: string): void {
    this.passOn?.(line);
    this.kept.push(line);
    if (this.kept.length > LINES_KEPT) this.kept.shift();
  }
}
