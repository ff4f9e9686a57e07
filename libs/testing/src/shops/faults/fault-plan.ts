import type { Fault, FaultWhen } from './fault.js';

const COVERS = /^\/(?:images|b)\//;
/** What leads through a refusal is never refused. */
const DOORS = /^\/(?:ap\/signin|user\/sign_in|account\/login|black-curtain)(?:[/?]|$)/;
/** Shares are fractions, of which sums are a little too small at times. */
const TINY = 1e-9;

interface Trouble {
  fault: Fault;
  paths: RegExp;
  times: number;
  share: number;
  met: number;
}

/** Which of the coming requests go wrong, and how. The first trouble that meets one has it. */
export class FaultPlan {
  private troubles: Trouble[] = [];

  add(fault: Fault, { times = Infinity, paths, share = 1 }: FaultWhen): void {
    const isOfCovers = typeof fault === 'string' && fault.endsWith('-cover');
    this.troubles.push({ fault, paths: paths ?? (isOfCovers ? COVERS : /./), times, share, met: 0 });
  }

  clear(): void {
    this.troubles = [];
  }

  /** What goes wrong with a request for this path and query; each request is to be asked for once. */
  next(target: string): Fault | undefined {
    if (DOORS.test(target)) return undefined;
    return this.troubles.find((trouble) => meets(trouble, target))?.fault;
  }
}

function meets(trouble: Trouble, target: string): boolean {
  if (trouble.times <= 0 || target.search(trouble.paths) === -1) return false;
  trouble.met += 1;
  const due = (count: number) => Math.floor(count * trouble.share + TINY);
  if (due(trouble.met) === due(trouble.met - 1)) return false;
  trouble.times -= 1;
  return true;
}
