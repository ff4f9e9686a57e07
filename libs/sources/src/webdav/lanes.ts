import type { DavError } from './dav-error.js';

/** After so many listings without trouble there is one request more at a time. */
const EASE_AFTER = 50;
export const MOST_LANES = 8;

/** How many requests are under way at a time: half as many after trouble, slowly more again after none. */
export class Lanes {
  width: number;
  private readonly most: number;
  private well = 0;

  constructor(most = 4) {
    this.most = Math.min(Math.max(1, Math.floor(most)), MOST_LANES);
    this.width = this.most;
  }

  /** Only what tells that a server has too much to do counts as trouble. */
  noteTrouble({ status, reason }: Pick<DavError, 'status' | 'reason'>): void {
    if (status !== 429 && status !== 503 && reason !== 'timeout') return;
    this.width = Math.max(1, Math.floor(this.width / 2));
    this.well = 0;
  }

  noteWell(): void {
    this.well += 1;
    if (this.well % EASE_AFTER === 0) this.width = Math.min(this.width + 1, this.most);
  }
}
