import type { AudibleSeen } from './audible-seen.js';

/** How it treats some requests. What is not said it does as always; several words about one request count together. */
export interface AudibleTreat {
  /** Answers every page with the first. */
  ignorePage?: boolean;
  /** No Total-Count. */
  noTotals?: boolean;
  /** The first so many titles of a page, or all, come without anything but their number. */
  hollow?: number | true;
  /** 503 with a page for people. */
  html503?: boolean;
  /** An error of its own; `retryAfter` is its Retry-After, whatever it says. */
  status?: number;
  message?: string;
  retryAfter?: string;
  /** Milliseconds before it answers. */
  slow?: number;
  /** Headers and the first byte of the body, and then silence until it is closed. */
  stall?: boolean;
  /** Headers, and then the body byte by byte, with so many milliseconds between. */
  drip?: number;
  /** Half the body, as if it were all. */
  truncateBody?: boolean;
  /** Breaks the connection off, before it answers or in the middle of the body. */
  dropConnection?: 'before' | 'within';
  /** 200 with a page for people. */
  notJson200?: boolean;
  /** 200 with {}. */
  emptyObject?: boolean;
  /** 200 with this as JSON. */
  answer?: unknown;
  /** 500 for pages of more than so many titles. */
  failAbovePageSize?: number;
  /** Is called, and waited for, before it answers: to change a library between two calls. */
  mutateBefore?: () => void | Promise<void>;
  /** Lists within titles come in another order each time. */
  shuffleArrays?: boolean;
  /** All access tokens expire before it answers. */
  expireTokens?: boolean;
  /** Access tokens, or signatures, are not accepted however good they are. */
  rejectToken?: boolean;
  rejectSignature?: boolean;
  /** No `state_token` is known. */
  staleStateToken?: boolean;
  /** Its Date and its idea of a signature's time are ahead by so many seconds, and it minds what is five minutes off. */
  skewedClock?: number;
  /** The first so many products are missing from an answer of the catalogue. */
  leaveOut?: number;
}

/** Which requests a word is about. Those below /1.0/ where no target is named: the sign-in is never meant by chance. */
export interface AudibleScope {
  /** The path below the store, or a pattern for the whole target. */
  target?: string | RegExp;
  method?: string;
  country?: string;
  /** Begins with the n-th of them; else the first. */
  from?: number;
  /** Only so many of them; else until it recovers. */
  times?: number;
}

/** What was said of how requests are treated, and how often it has come to pass. */
export class AudibleTreatments {
  private words: { treat: AudibleTreat; scope: AudibleScope; met: number }[] = [];

  add(treat: AudibleTreat, scope: AudibleScope): void {
    this.words.push({ treat, scope, met: 0 });
  }

  clear(): void {
    this.words = [];
  }

  /** All that is said about a request, later words over earlier ones. Counts it. */
  of(seen: AudibleSeen): AudibleTreat {
    const due = this.words.filter((word) => {
      const { from = 1, times = Infinity } = word.scope;
      if (!fits(word.scope, seen)) return false;
      word.met += 1;
      return word.met >= from && word.met < from + times;
    });
    return Object.assign({}, ...due.map(({ treat }) => treat)) as AudibleTreat;
  }
}

function fits({ target, method, country }: AudibleScope, seen: AudibleSeen): boolean {
  return isMeant(target, seen) && (method ?? seen.method) === seen.method && (country ?? seen.country) === seen.country;
}

function isMeant(target: AudibleScope['target'], { path, target: asked }: AudibleSeen): boolean {
  if (target === undefined) return path.startsWith('/1.0/');
  return typeof target === 'string' ? target === path : new RegExp(target).test(asked);
}
