import type { LibraryEvent } from '@octavo/contracts';
import { followEvents, type Stream } from './event-stream.js';

const OPEN = 1;
const CLOSED = 2;
const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';

/** A stand-in for the browser's EventSource that does what it is told. */
class FakeStream implements Stream {
  readyState = 0;
  closed = false;
  private readonly listeners = new Map<string, (event: MessageEvent) => void>();

  addEventListener = (type: string, listener: unknown) => {
    this.listeners.set(type, listener as (event: MessageEvent) => void);
  };
  close = () => {
    this.closed = true;
  };
  happens(type: string, data = '', readyState = OPEN) {
    this.readyState = readyState;
    this.listeners.get(type)?.({ data } as MessageEvent);
  }
}

function follow() {
  const streams: FakeStream[] = [];
  const heard: LibraryEvent[] = [];
  const states: string[] = [];
  const open = () => {
    const stream = new FakeStream();
    streams.push(stream);
    return stream;
  };
  const stop = followEvents(open, {
    onEvent: (event) => heard.push(event),
    onOpen: () => states.push('open'),
    onLost: () => states.push('lost'),
  });
  const last = () => streams.at(-1) ?? open();
  return { streams, heard, states, stop, last };
}

describe('following the server’s announcements', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hears each kind under its own name', () => {
    const { last, heard } = follow();
    for (const kind of ['job', 'book', 'source', 'device']) last().happens(kind, JSON.stringify({ kind, id }));
    expect(heard.map(({ kind }) => kind)).toEqual(['job', 'book', 'source', 'device']);
  });

  it.each(['not JSON', '{"kind":"planet","id":null}', '{}'])('passes over what it does not know: %s', (data) => {
    const { last, heard } = follow();
    last().happens('job', data);
    expect(heard).toEqual([]);
  });

  it('leaves a lost connection to the browser, and says when it is back', () => {
    const { last, states, streams } = follow();
    last().happens('open');
    last().happens('error', '', 0);
    jest.advanceTimersByTime(60_000);
    last().happens('open');
    expect(states).toEqual(['open', 'lost', 'open']);
    expect(streams).toHaveLength(1);
  });

  it('opens another where the browser gave up, ever more slowly up to half a minute', () => {
    const { last, streams } = follow();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const before = Date.now();
      last().happens('error', '', CLOSED);
      jest.advanceTimersToNextTimer();
      waits.push((Date.now() - before) / 1000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    expect(streams).toHaveLength(9);
    last().happens('open');
    last().happens('error', '', CLOSED);
    jest.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(10);
  });

  it('stops for good when told to', () => {
    const { last, stop, streams } = follow();
    last().happens('error', '', CLOSED);
    stop();
    jest.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
    expect(last().closed).toBe(true);
  });
});
