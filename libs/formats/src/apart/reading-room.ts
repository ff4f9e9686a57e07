import { type RoomLimits, Workroom } from '@octavo/apart';
import { type BookDraft, DomainError, type Format, type RandomAccess } from '@octavo/domain';
import { extname } from 'node:path';

const DEFAULTS: RoomLimits = { seats: 2, workMs: 45_000, heapMb: 256, bytesMb: 384, idleMs: 30_000 };
const THREAD = new URL(`./reading-thread${extname(import.meta.filename)}`, import.meta.url);

/** What a reading thread gives of a book. */
export interface BookRead {
  format: Format;
  draft: BookDraft;
}

/** Reads books in threads of their own: one that takes more time or memory than it may is cut off with 'file.too-hard'. */
export class ReadingRoom {
  private readonly room: Workroom<{ name: string }, BookRead>;

  constructor(limits: Partial<RoomLimits> = {}) {
    this.room = new Workroom({ thread: THREAD, cutOff }, { ...DEFAULTS, ...limits });
  }

  /** As `readBook`, apart. The source is read here, so it may be anything; time it takes does not count. */
  read(source: RandomAccess, name: string): Promise<BookRead> {
    return this.room.work({ name }, source);
  }

  close(): Promise<void> {
    return this.room.close();
  }
}

function cutOff(over: 'time' | 'memory'): DomainError {
  return new DomainError('file.too-hard', `Reading the file takes more ${over} than a book may`);
}
