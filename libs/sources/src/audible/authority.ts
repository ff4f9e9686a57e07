/** A request that is to be authorised. */
export interface Unauthorised {
  method: 'GET' | 'POST';
  /** Path and query, escaped exactly as they go out. */
  target: string;
  /** Exactly as it goes out; empty where there is none. */
  body: string;
}

/** Speaks for one account. Signatures and tokens are its business; the client only sends what it gives. */
export interface Authority {
  /** The headers that authorise a request; other ones each time. Throws AudibleError 'reauth_required' where there are none to be had. */
  headersFor(request: Unauthorised): Promise<Readonly<Record<string, string>>>;
  /**
   * A request with these headers was refused (401, 403). True where it is worth sending it again, authorised anew: signed
   * with a fresh time, with a renewed token, or in the account's other way; each at most once until something is accepted.
   */
  refused(headers: Readonly<Record<string, string>>): Promise<boolean>;
  /** A request with these headers was accepted. */
  accepted(headers: Readonly<Record<string, string>>): void;
}
