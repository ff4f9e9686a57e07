import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody's turn at something only one worker may do at a time. */
export interface Turn {
  readonly id: string;
  /** Aborted when the turn was lost, or whoever asked for it is to stop. */
  readonly signal: AbortSignal;
  end(): Promise<void>;
}

/** Where turns at one thing are kept. They run out unless they are renewed. */
export interface TurnKeeper {
  /** Undefined while it is somebody else's. */
  take(): Promise<string | undefined>;
  /** False: it was taken away, or the thing is gone. */
  renew(turn: string): Promise<boolean>;
  end(turn: string): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 8_000;

/** Why work is broken off whose turn was lost: the thing was removed, or the database was away for too long. */
export const TURN_LOST = 'turn lost';

/** Waits for a turn, and renews it until its end. Throws the signal's reason once aborted. */
export async function takeTurn(keeper: TurnKeeper, signal: AbortSignal): Promise<Turn> {
  for (;;) {
    const id = await keeper.take();
    if (id !== undefined) return hold(keeper, id, signal);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

function hold(keeper: TurnKeeper, id: string, asked: AbortSignal): Turn {
  const lost = new AbortController();
  const renewing = setInterval(() => {
    keeper.renew(id).then(
      (isOurs) => isOurs || lost.abort(TURN_LOST),
      () => undefined, // the next time is soon enough
    );
  }, RENEW_EVERY_MS);
  return {
    id,
    signal: AbortSignal.any([asked, lost.signal]),
    end: async () => {
      clearInterval(renewing);
      await keeper.end(id).catch(() => undefined); // or it runs out by itself
    },
  };
}
