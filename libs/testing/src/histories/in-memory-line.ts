import { type Entitlement, NO_HABITS, type ShelfEntitlement, type SyncPosition } from '@octavo/domain';

export interface Right extends Entitlement {
  withheld: boolean;
}

/** One device's line, as the database keeps it. */
export class Line {
  version = 0;
  offered = 0;
  acknowledged = 0;
  habits = NO_HABITS;
  chosen: Set<string> | null = null;
  readonly rights = new Map<string, Right>();
  readonly shelves = new Map<string, ShelfEntitlement>();

  /** Gives a right, or gives it anew. */
  grant(book: string): void {
    const at = ++this.version;
    this.rights.set(book, {
      ...{ grantedAt: at, fileAt: at, metadataAt: at, stateAt: at, changedAt: at },
      firstGrantedAt: this.rights.get(book)?.firstGrantedAt ?? at,
      revoked: false,
      withheld: false,
    });
  }

  /** Its reader deleted it there. An answer under way may bring it back: then its removal is told. */
  deletedOnDevice(book: string): void {
    const right = this.rights.get(book);
    if (!right || right.revoked) return;
    if (right.changedAt > this.habits.askedFrom) right.changedAt = ++this.version;
    Object.assign(right, { revoked: true, withheld: true });
  }

  /** What stands after a position in its phase, in the order of the line. */
  after(position: SyncPosition, room: number): { taken: [string, Row][]; more: boolean; reached: number } {
    const rows = [...(position.phase === 'shelves' ? this.shelves : this.rights)] as [string, Row][];
    const standing = rows
      .filter(([, row]) => row.changedAt > position.at && (position.phase !== 'removals' || row.revoked))
      .sort(([, a], [, b]) => a.changedAt - b.changedAt);
    const taken = standing.slice(0, room);
    const more = standing.length > room;
    return { taken, more, reached: more ? (taken.at(-1)?.[1].changedAt ?? position.at) : this.version };
  }
}

type Row = Right | ShelfEntitlement;
