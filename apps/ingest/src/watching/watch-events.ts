/** What a watch tells. Paths are below the folder, with forward slashes. */
export interface WatchEvents {
  /** A file came or changed. */
  found(path: string): void;
  /** A file went, or half of it: the other half of a move is a coming. */
  lost(path: string): void;
  /** Something happened that events do not tell in full: only a scan shows what. */
  doubtful(): void;
  /** How changes are heard of from now on, and why not better. */
  mode(mode: 'EVENTS' | 'POLLING' | 'DEGRADED' | 'STARTING', detail: string | null): void;
}

/** Something that watches a folder until it is closed. */
export interface Watch {
  close(): Promise<void>;
}

/** What may lie in a library and matter. */
export type Wanted = (name: string) => boolean;
