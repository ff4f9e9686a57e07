import type { UploadAccepted } from '@octavo/contracts';
import { problemOf } from '../../api.js';
import { canRetry, isUnsent, nextToSend, type Upload, type UploadedBook, withChange } from './upload-list.js';

export interface Sending {
  signal: AbortSignal;
  /** Told how many bytes of the file are sent. */
  onProgress: (sent: number) => void;
}

/** How files get to the server, and how one hears what became of them. Both throw for every other outcome. */
export interface Carrier {
  send: (file: File, libraryId: string, sending: Sending) => Promise<UploadAccepted>;
  /** The book that a file became, once its job is through. */
  follow: (jobId: string, signal: AbortSignal) => Promise<UploadedBook>;
}

/** Two at a time: a second file fills the pause in which the server answers the first, a third only slows both. */
const LANES = 2;

/**
 * The files on their way to the server. It belongs to no page, so that looking at a book does not stop what is being
 * sent; whoever shows it subscribes.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly files = new Map<number, File>();
  private readonly underWay = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(private readonly carrier: Carrier) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The list as it is; another array whenever something in it changed. */
  readonly list = (): readonly Upload[] => this.uploads;

  add(files: readonly File[], libraryId: string): void {
    const added = files.map((file): Upload => {
      this.lastId += 1;
      this.files.set(this.lastId, file);
      const nothing = { sent: 0, alreadyThere: false, book: null, problem: null };
      return { id: this.lastId, name: file.name, size: file.size, libraryId, state: 'waiting', ...nothing };
    });
    this.become([...this.uploads, ...added]);
  }

  /** Stops what is not sent yet. What the server has already is a book of the library. */
  cancel(id: number): void {
    this.stop((upload) => upload.id === id);
  }

  cancelAll(): void {
    this.stop(() => true);
  }

  retry(id: number): void {
    this.restart((upload) => upload.id === id);
  }

  /** Tries again whatever failed and may yet succeed, as when the server was away; what was cancelled stays so. */
  retryFailed(): void {
    this.restart(({ state }) => state === 'failed');
  }

  /** Forgets everything, and stops what is under way. */
  clear(): void {
    for (const controller of this.underWay.values()) controller.abort();
    this.files.clear();
    this.become([]);
  }

  private stop(isMeant: (upload: Upload) => boolean): void {
    const stopped = new Set(this.uploads.filter((one) => isUnsent(one) && isMeant(one)).map(({ id }) => id));
    for (const id of stopped) this.underWay.get(id)?.abort();
    this.become(this.uploads.map((one) => (stopped.has(one.id) ? { ...one, state: 'cancelled' } : one)));
  }

  private restart(isMeant: (upload: Upload) => boolean): void {
    const anew = { state: 'waiting', sent: 0, alreadyThere: false, problem: null } as const;
    this.become(this.uploads.map((one) => (canRetry(one) && isMeant(one) ? { ...one, ...anew } : one)));
  }

  private begin(): void {
    for (let next = nextToSend(this.uploads, LANES); next; next = nextToSend(this.uploads, LANES)) {
      const { id } = next;
      this.uploads = withChange(this.uploads, id, { state: 'sending' });
      const controller = new AbortController();
      this.underWay.set(id, controller);
      void this.carry(next, controller.signal).finally(() => {
        if (this.underWay.get(id) === controller) this.underWay.delete(id);
      });
    }
  }

  private async carry({ id, libraryId }: Upload, signal: AbortSignal): Promise<void> {
    const file = this.files.get(id);
    if (!file) return;
    // After an abort whatever still arrives is about an upload that is given up, or already under way again.
    const change = (what: Partial<Upload>) => {
      if (!signal.aborted) this.change(id, what);
    };
    try {
      const { jobId, alreadyThere } = await this.carrier.send(file, libraryId, {
        signal,
        onProgress: (sent) => change({ sent }),
      });
      change({ state: 'reading', sent: file.size, alreadyThere });
      const book = await this.carrier.follow(jobId, signal);
      this.files.delete(id);
      change({ state: 'done', book });
    } catch (error) {
      change({ state: 'failed', problem: problemOf(error) });
    }
  }

  private change(id: number, change: Partial<Upload>): void {
    this.become(withChange(this.uploads, id, change));
  }

  private become(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    this.begin();
    for (const listener of this.listeners) listener();
  }
}
