import { readdirSync, readFileSync } from 'node:fs';

/** The most memory a process of ours and those it started had at one time, in MB: the watcher's apart. */
export class MemoryMeter {
  private readonly timer: NodeJS.Timeout;
  node = 0;
  watcher = 0;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => this.look(), 500);
    this.timer.unref();
  }

  look(): void {
    let node = memoryOf(this.pid);
    let watcher = 0;
    for (const { pid, command } of childrenOf(this.pid)) {
      if (command.includes('watcher-process')) watcher += memoryOf(pid);
      else if (command.includes('node')) node += memoryOf(pid);
    }
    this.node = Math.max(this.node, node);
    this.watcher = Math.max(this.watcher, watcher);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

function childrenOf(parent: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const of = Number(/PPid:\s+(\d+)/.exec(status)?.[1]);
        if (of !== parent) return [];
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

function memoryOf(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
