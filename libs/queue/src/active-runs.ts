import type { Database } from '@octavo/database';

/** Why the work on a run must end before it is done. */
export type StopReason = 'cancelled' | 'stopping';

const EVERY_MS = 1_000;

/** The runs this process works on: keeps telling the ledger that they live, and hears there when one is to stop. */
export class ActiveRuns {
  private readonly controllers = new Map<string, AbortController>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ledger: Database['jobRuns']) {}

  start(): void {
    this.timer = setInterval(() => void this.beat(), EVERY_MS);
    this.timer.unref();
  }

  /** Registers a run and gives the signal its processor watches. */
  begin(id: string): AbortSignal {
    const controller = new AbortController();
    this.controllers.set(id, controller);
    return controller.signal;
  }

  end(id: string): void {
    this.controllers.delete(id);
  }

  private async beat(): Promise<void> {
    if (this.controllers.size === 0) return;
    // Without the database nothing can be told; heartbeats go stale only after many missed ones.
    const cancelled = await this.ledger.heartbeat([...this.controllers.keys()]).catch(() => []);
    for (const id of cancelled) this.controllers.get(id)?.abort('cancelled' satisfies StopReason);
  }

  /** Tells every processor to stop: its run goes back to waiting. */
  stop(): void {
    clearInterval(this.timer);
    for (const controller of this.controllers.values()) controller.abort('stopping' satisfies StopReason);
  }
}
