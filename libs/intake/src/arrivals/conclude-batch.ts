import type { Fault, Library, Postponed, Repositories } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { Kept } from '../keep-file.js';
import type { Outcome } from './outcomes.js';

/** What a batch came to, and what became of the files in it. */
export interface Conclusion {
  done: number;
  failed: number;
  kept: KeptArrival[];
}

export interface KeptArrival {
  path: string;
  origin: string;
  kept: Kept;
  coverId: string | null;
  /** True while only the place tells the file: more is to come. */
  provisional: boolean;
}

interface Batch {
  outcomes: Outcome[];
  kept: Map<Outcome, Kept>;
}

const MAX_ATTEMPTS = 6;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Crosses off the list what was looked at, puts back what must be looked at again, and counts both for their scans. */
export async function concludeBatch(repositories: Repositories, library: Library, batch: Batch): Promise<Conclusion> {
  const { arrivals } = repositories;
  const claim = batch.outcomes[0]!.arrival.claim;
  const again = batch.outcomes.flatMap((outcome) => postponed(outcome) ?? []);
  const later = new Set(again.map(({ path }) => path));
  if (again.length > 0) await arrivals.postpone(library.id, claim, again);
  const finished = batch.outcomes.filter(({ arrival }) => !later.has(arrival.path));
  const known = batch.outcomes.filter((outcome) => outcome.kind === 'look' && outcome.insideLater);
  const ours = new Set(
    await arrivals.finish(
      library.id,
      claim,
      finished.map(({ arrival }) => arrival.path),
    ),
  );
  const counted = [...finished.filter(({ arrival }) => ours.has(arrival.path)), ...known];
  const failed = await countForScans(repositories, batch.kept, counted);
  return { done: counted.length, failed, kept: keptOf(batch) };
}

/** When a path is to be looked at again; undefined when it is done with. */
function postponed(outcome: Outcome): Postponed | undefined {
  const { arrival } = outcome;
  const { path } = arrival;
  const nothing = { path, size: null, mtimeNs: null, sameSince: null };
  if (outcome.kind === 'look' && outcome.insideLater) return { ...nothing, inMs: 0, failed: false, leavesScan: true };
  if (outcome.kind === 'look' && outcome.look.provisional) return { ...nothing, inMs: 0, failed: false };
  if (outcome.kind !== 'later') return undefined;
  if (outcome.leavesScan) return { ...nothing, inMs: outcome.inMs, failed: false, leavesScan: true };
  const { seen, error } = outcome;
  if (error && arrival.attempts + 1 >= MAX_ATTEMPTS) return undefined;
  const inMs = error ? Math.min(outcome.inMs * 2 ** arrival.attempts, LONGEST_WAIT_MS) : outcome.inMs;
  if (!seen) return { ...nothing, inMs, failed: error !== undefined };
  const same = seen.size === arrival.size && seen.mtimeNs === arrival.mtimeNs;
  const sameSince = same ? arrival.sameSince : new Date();
  return { path, size: seen.size, mtimeNs: seen.mtimeNs, sameSince, inMs, failed: error !== undefined };
}

async function countForScans({ scans }: Repositories, kept: Batch['kept'], counted: Outcome[]): Promise<number> {
  let failed = 0;
  const ofScan = Map.groupBy(counted, ({ arrival }) => arrival.scanId);
  for (const [scanId, outcomes] of ofScan) {
    const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
    failed += faults.length;
    if (scanId === null) continue;
    const moved = outcomes.filter((outcome) => kept.get(outcome)?.outcome === 'moved').length;
    await scans.count(scanId, { done: outcomes.length, failed: faults.length, moved });
    await scans.complain(scanId, faults);
  }
  return failed;
}

/** What is wrong with a file, in the words of the problem table. */
function faultOf(outcome: Outcome): Fault | undefined {
  const { path } = outcome.arrival;
  if (outcome.kind === 'look') {
    const problem = outcome.look.reading?.findings.problem;
    return problem ? { path, ...problem } : undefined;
  }
  if (outcome.kind === 'nothing' && outcome.problem) return fault(path, outcome.problem);
  return outcome.kind === 'later' && outcome.error ? fault(path, outcome.error) : undefined;
}

function fault(path: string, error: Error): Fault {
  if (error instanceof DomainError) return { path, code: error.code, detail: error.detail };
  return { path, code: 'internal', detail: error.message.slice(0, 300) };
}

function keptOf({ kept }: Batch): KeptArrival[] {
  return [...kept].flatMap(([outcome, one]) => {
    if (outcome.kind !== 'look') return [];
    const { arrival, look } = outcome;
    const coverId = look.reading?.cover?.id ?? null;
    return { path: arrival.path, origin: arrival.origin, kept: one, coverId, provisional: look.provisional };
  });
}
