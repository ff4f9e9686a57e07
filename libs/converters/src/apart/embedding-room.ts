import { type Attention, type RoomLimits, Workroom } from '@octavo/apart';
import { DomainError, type RandomAccess } from '@octavo/domain';
import { extname } from 'node:path';
import type { EmbedReport, EmbedRequest } from '../embedding/embedder.js';

// Nearly all of a book is copied as it is: a comic of 500 MB takes some seconds.
const DEFAULTS: RoomLimits = { seats: 1, workMs: 180_000, heapMb: 128, bytesMb: 224, idleMs: 30_000 };
const THREAD = new URL(`./embedding-thread${extname(import.meta.filename)}`, import.meta.url);

export interface EmbeddingTask {
  target: string;
  request: EmbedRequest;
}

/**
 * Writes metadata into copies of books in a thread of its own: what takes more time or memory than it may is cut off with
 * 'conversion.failed'. Aborting ends the thread in the middle; `target` is then whatever was written so far.
 */
export class EmbeddingRoom {
  private readonly room: Workroom<EmbeddingTask, EmbedReport>;

  constructor(limits: Partial<RoomLimits> = {}) {
    this.room = new Workroom({ thread: THREAD, cutOff }, { ...DEFAULTS, ...limits });
  }

  /**
   * Writes the copy to `target` and verifies it, unless nothing in it is different. Throws what embedMetadata and
   * verifyEmbedded throw.
   */
  embed(source: RandomAccess, task: EmbeddingTask, how?: Attention): Promise<EmbedReport> {
    return this.room.work(task, source, how);
  }

  close(): Promise<void> {
    return this.room.close();
  }
}

function cutOff(over: 'time' | 'memory'): DomainError {
  return new DomainError('conversion.failed', `Writing into the book takes more ${over} than a book may`);
}
