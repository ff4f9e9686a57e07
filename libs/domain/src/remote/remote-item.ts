/** What a listing says of a file on a server. What the server did not tell is null: unknown, and never a change. */
export interface ItemFacts {
  /** Bytes. */
  size: number | null;
  /** Milliseconds since 1970, of whole seconds: servers tell no less. */
  mtimeMs: number | null;
  /** Without quotes and without the mark of a weak one. */
  etag: string | null;
  /** What stays the same when the file is moved; few servers tell it. */
  remoteId: string | null;
}

/** A file on a server, and where it lies. */
export interface RemoteItem extends ItemFacts {
  /** Names from the base of the library down, joined by slashes: what the file is known by. */
  path: string;
  /** A fingerprint of its bytes, where somebody has read them or the server tells one. */
  contentHash?: string | null;
}
