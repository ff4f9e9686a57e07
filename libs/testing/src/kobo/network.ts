export type Fetch = typeof globalThis.fetch;

/** The device never saw an answer; whether the server saw the request it cannot know. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

type FaultKind = 'drop request' | 'drop answer' | 'repeat request' | 'hold answer';

interface Fault {
  kind: FaultKind;
  path: RegExp;
  times: number;
  gate?: { reached: () => void; released: Promise<void> };
}

const SYNC = /\/v1\/library\/sync/;

/**
 * The way between device and server, with faults on command. Each command is for the next `times` requests whose URL
 * fits `path`, which are those to library/sync unless another is given. Faults are used up in the order they were asked for.
 */
export class Network {
  private faults: Fault[] = [];

  constructor(private readonly carry: Fetch = (input, init) => globalThis.fetch(input, init)) {}

  /** The request never reaches the server. */
  dropRequest(times = 1, path = SYNC): void {
    this.faults.push({ kind: 'drop request', path, times });
  }

  /** The server answers, and the answer is lost. */
  dropAnswer(times = 1, path = SYNC): void {
    this.faults.push({ kind: 'drop answer', path, times });
  }

  /** The server sees the request twice, one after the other; the device gets the second answer. */
  repeatRequest(times = 1, path = SYNC): void {
    this.faults.push({ kind: 'repeat request', path, times });
  }

  /** The next answer is kept back until `release` is called; `reached` settles once the server has given it. */
  holdAnswer(path = SYNC): { reached: Promise<void>; release: () => void } {
    const served = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const fault: Fault = {
      kind: 'hold answer',
      path,
      times: 1,
      gate: { reached: served.resolve, released: gate.promise },
    };
    this.faults.push(fault);
    return { reached: served.promise, release: gate.resolve };
  }

  /** A fetch that suffers what was commanded. */
  async fetch(url: string, init: RequestInit): Promise<Response> {
    const fault = this.take(url);
    if (fault?.kind === 'drop request') throw new LostAnswer('the request was lost');
    if (fault?.kind === 'repeat request') await this.answerOf(url, init);
    const answer = await this.answerOf(url, init);
    if (fault?.kind === 'drop answer') throw new LostAnswer('the answer was lost');
    fault?.gate?.reached();
    await fault?.gate?.released;
    return answer;
  }

  private take(url: string): Fault | undefined {
    const fault = this.faults.find(({ path }) => path.test(url));
    if (fault && --fault.times <= 0) this.faults = this.faults.filter((other) => other !== fault);
    return fault;
  }

  /** The whole answer, so that a fault strikes after the server has said everything. */
  private async answerOf(url: string, init: RequestInit): Promise<Response> {
    const { carry } = this;
    const response = await carry(url, init);
    const bytes = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return new Response(bytes.byteLength > 0 ? bytes : null, { status, statusText, headers });
  }
}
