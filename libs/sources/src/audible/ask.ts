/** One exchange with a host of Audible or Amazon, as libs/outbound offers it. No redirect is followed. */
export interface AskOrder {
  method: 'GET' | 'POST';
  /** "https://api.audible.de". */
  origin: string;
  /** Path and query, escaped already: it goes out byte for byte. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Names of headers are in lower case, several of one name joined by a comma. */
export interface Asked {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  body: Uint8Array;
}

/**
 * The network, with limits of time and size of its own. Throws the signal's reason once aborted; whatever else it throws
 * carries a word for why as `failure` ("timeout", "unreachable", "broken-off", "name-not-found", "certificate", …).
 */
export type Ask = (order: AskOrder) => Promise<Asked>;
