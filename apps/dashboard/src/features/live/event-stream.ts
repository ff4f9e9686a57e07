import { LibraryEvent } from '@octavo/contracts';

const KINDS = LibraryEvent.shape.kind.options;
/** EventSource.CLOSED: the browser has given up. */
const CLOSED = 2;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

/** What is needed of the browser's EventSource. */
export type Stream = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

export interface StreamListener {
  onEvent: (event: LibraryEvent) => void;
  onOpen: () => void;
  onLost: () => void;
}

/**
 * Follows the server's announcements until the returned function is called. The browser repeats a lost connection by
 * itself, but gives up for good on any answer that is not an event stream (a proxy's 502 while the server restarts):
 * then we open another, waiting longer each time, at most half a minute.
 */
export function followEvents(open: () => Stream, listener: StreamListener): () => void {
  let stream: Stream;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_RETRY;

  const onOpen = () => {
    wait = FIRST_RETRY;
    listener.onOpen();
  };
  const onError = () => {
    listener.onLost();
    if (stream.readyState !== CLOSED) return;
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_RETRY);
  };
  const onMessage = ({ data }: MessageEvent<string>) => {
    const parsed = parseEvent(data);
    if (parsed) listener.onEvent(parsed);
  };
  const connect = () => {
    stream = open();
    stream.addEventListener('open', onOpen);
    stream.addEventListener('error', onError);
    for (const kind of KINDS) stream.addEventListener(kind, onMessage as (event: Event) => void);
  };
  connect();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}

/** An announcement, or undefined for one that a newer server makes and this page does not know. */
function parseEvent(data: string): LibraryEvent | undefined {
  try {
    return LibraryEvent.safeParse(JSON.parse(data)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
