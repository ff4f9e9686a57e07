import type { WatchEvents } from '../watch-events.js';

/** Writes down what a watch tells, for tests. */
export class Heard implements WatchEvents {
  readonly all: string[] = [];

  found(path: string): void {
    this.all.push(`found ${path}`);
  }
  lost(path: string): void {
    this.all.push(`lost ${path}`);
  }
  doubtful(): void {
    this.all.push('doubtful');
  }
  mode(mode: string): void {
    this.all.push(mode);
  }

  /** Waits until this was told `times` times since the last wait, and gives all that was told until then. */
  async until(what: string, times = 1): Promise<string[]> {
    for (const end = Date.now() + 20_000; this.all.filter((one) => one === what).length < times;) {
      if (Date.now() > end) throw new Error(`never heard "${what}" but ${JSON.stringify(this.all)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.all.splice(0);
  }
}
