import type { Dispatcher } from 'undici';

export interface OutboundRequest {
  url: string;
  method?: Dispatcher.HttpMethod;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds from the first byte sent to the last received. */
  withinMs: number;
  /** The longest body that is taken, unpacked; in bytes. */
  mostBytes: number;
  /** Whether a redirect may be followed; none is where nothing is said. Never from https to http. */
  mayFollow?: (next: URL) => boolean;
  signal?: AbortSignal | undefined;
}

/** Names of headers are in lower case, several of one name joined by a comma and a space. */
export interface OutboundAnswer {
  /** Where redirects ended. */
  url: string;
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Uint8Array;
}
