import type { Hands, Need } from './hands.js';
import type { Kit } from './kit.js';

/** `must`: a device fails without it. `should`: worse for its reader. `choice`: servers differ, the note says how. */
export type Level = 'must' | 'should' | 'choice';

/** A kit whose hands can do what a check said it needs. */
export type KitWith<Needed extends Need> = Omit<Kit, 'hands'> & {
  hands: Hands & Required<Pick<Hands, Extract<Needed, keyof Hands>>>;
};

/** For what works whatever the hands can do. */
export type AnyKit = KitWith<never>;

/** One thing a device relies on. `run` throws Unmet or Lacking; what it gives is a note on how the server does it. */
export interface Check {
  /** `<subject>.<word>`, never changed once it is in use. */
  id: string;
  level: Level;
  /** A sentence that is true of a server that passes. */
  title: string;
  needs: readonly Need[];
  run(kit: Kit): Promise<string | void>;
}

interface Stated<Needed extends Need> {
  id: string;
  level: Level;
  title: string;
  needs?: readonly Needed[];
  run: (kit: KitWith<Needed>) => Promise<string | void>;
}

/** States a check. Its `run` is called only where all its needs are met. */
export function check<Needed extends Need = never>({ needs = [], run, ...plain }: Stated<Needed>): Check {
  return { ...plain, needs, run: (kit) => run(kit as unknown as KitWith<Needed>) };
}
