import { type Attention, type RoomLimits, Workroom } from '@octavo/apart';
import { DomainError, type Format, type RandomAccess } from '@octavo/domain';
import { extname } from 'node:path';
import type { KepubOptions } from '../kepub/kepub-options.js';
import type { ConversionResult, ConversionTask } from './conversion-task.js';

// The longest epics take some seconds; a slow machine with much else to do may need fifty times as long.
const DEFAULTS: RoomLimits = { seats: 2, workMs: 180_000, heapMb: 128, bytesMb: 224, idleMs: 30_000 };
const THREAD = new URL(`./conversion-thread${extname(import.meta.filename)}`, import.meta.url);

/** A conversion: from which format, to which file of ours, and what the user decided. */
export interface ToConvert {
  from: Format;
  target: string;
  options: Partial<KepubOptions>;
}

/**
 * Converts books in threads of their own: one that takes more time or memory than it may is cut off with
 * 'conversion.failed'. Aborting ends the thread in the middle; `target` is then whatever was written so far.
 */
export class ConversionRoom {
  private readonly room: Workroom<ConversionTask, ConversionResult>;

  constructor(limits: Partial<RoomLimits> = {}) {
    this.room = new Workroom({ thread: THREAD, cutOff }, { ...DEFAULTS, ...limits });
  }

  /** Writes the KEPUB of a book and verifies it. Throws what the converter and verifyKepub throw. */
  convert(source: RandomAccess, { from, target, options }: ToConvert, how?: Attention): Promise<ConversionResult> {
    return this.room.work({ do: 'convert', from, target, options }, source, how);
  }

  /** Verifies, strictly, a KEPUB that another program made of `source`. */
  verify(source: RandomAccess, target: string, how?: Attention): Promise<ConversionResult> {
    return this.room.work({ do: 'verify', target }, source, how);
  }

  close(): Promise<void> {
    return this.room.close();
  }
}

function cutOff(over: 'time' | 'memory'): DomainError {
  return new DomainError('conversion.failed', `Converting the book takes more ${over} than a book may`);
}
