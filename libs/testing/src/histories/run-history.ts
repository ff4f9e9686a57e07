import { type Fate, type Step } from './history.js';
import type { Awaitable, HistoryHouse, Holdings } from './history-house.js';
import { SimulatedReader, type TokenHabit } from './simulated-reader.js';

/** What a history led to: for each device what it holds and what it should hold, and what it could not make sense of. */
export interface Outcome {
  devices: { holds: Holdings; shouldHold: Holdings; violations: string[]; quietSync: number }[];
  requests: number;
}

/** A last sync that needs more requests than this does not end. */
const MOST_REQUESTS = 500;

/** Lets a history happen, then lets every device sync over a good line until it is told that there is no more. */
export async function runHistory(house: HistoryHouse, steps: Step[], habits: TokenHabit[]): Promise<Outcome> {
  const history = new History(
    house,
    habits.map((habit) => new SimulatedReader(habit)),
  );
  for (const step of steps) await history.happen(step);
  return history.end();
}

class History {
  private time = 0;
  private requests = 0;

  constructor(
    private readonly house: HistoryHouse,
    private readonly readers: SimulatedReader[],
  ) {}

  async happen(step: Step): Promise<void> {
    await this.begin(step);
  }

  private begin(step: Step): Awaitable<void> {
    switch (step.do) {
      case 'request':
        return this.request(step.device, step.fate);
      case 'read':
        return this.readers[step.device]!.read(step.book, ++this.time);
      case 'delete':
        return this.readers[step.device]!.delete(step.book);
      case 'readInBrowser':
        return this.house.read(null, step.book, ++this.time);
      case 'lateAnswer':
        return this.lateAnswer(this.readers[step.device]!);
      case 'factoryReset':
      case 'signOut':
        return this.readers[step.device]![step.do]();
      case 'choose':
        return this.house.choose(step.device, step.shelves);
      case 'sendAgain':
        return this.house.sendAgain(step.device, step.book);
      case 'putOnShelf':
      case 'takeOffShelf':
        return this.house[step.do](step.shelf, step.book);
      case 'addShelf':
      case 'renameShelf':
      case 'deleteShelf':
        return this.house[step.do](step.shelf);
      default:
        return this.house[step.do](step.book);
    }
  }

  async end(): Promise<Outcome> {
    const quiet: number[] = [];
    // Twice, since what one device tells at the beginning of its sync is news for the other.
    for (let round = 0; round < 2; round++) {
      for (const [device] of this.readers.entries()) await this.syncWhole(device);
    }
    for (const [device] of this.readers.entries()) quiet.push(await this.syncWhole(device));
    const devices = this.readers.map(async ({ holdings, violations }, device) => ({
      holds: holdings,
      shouldHold: await this.house.shouldHold(device),
      violations,
      quietSync: quiet[device]!,
    }));
    return { devices: await Promise.all(devices), requests: this.requests };
  }

  /** A sync over a good line. Gives how many items it told of. */
  private async syncWhole(device: number): Promise<number> {
    const reader = this.readers[device]!;
    let items = 0;
    for (let asked = 0; asked < MOST_REQUESTS; asked++) {
      await this.tell(device);
      const page = await this.house.sync(device, reader.asksWith);
      items += page.items.length;
      reader.take(page);
      if (!page.more) return items;
    }
    throw new Error('a sync over a good line does not end');
  }

  private async request(device: number, fate: Fate): Promise<void> {
    this.requests++;
    const reader = this.readers[device]!;
    if (fate === 'request lost') return;
    await this.tell(device);
    const askedWith = reader.asksWith;
    if (fate === 'twice') await this.house.sync(device, askedWith);
    const page = await this.house.sync(device, askedWith);
    if (fate === 'late') reader.late = { askedWith, page };
    else if (fate !== 'answer lost') reader.take(page);
  }

  /** A device has one request under way: it drops the answer to an older one. */
  private lateAnswer(reader: SimulatedReader): void {
    const { late } = reader;
    reader.late = undefined;
    if (late && late.askedWith === reader.asksWith) reader.take(late.page);
  }

  /** What its reader did goes out before a sync. */
  private async tell(device: number): Promise<void> {
    const reader = this.readers[device]!;
    for (const news of reader.toTell.splice(0)) {
      if ('deleted' in news) await this.house.deletedOnDevice(device, news.deleted);
      else await this.house.read(device, news.read, news.state);
    }
  }
}
