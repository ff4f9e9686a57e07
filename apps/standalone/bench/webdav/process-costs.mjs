import { readFileSync, writeFileSync } from 'node:fs';

/** CPU time of this process so far, all threads included. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The most memory this process had resident since it was started, or since the peak was forgotten, in MB. */
export function peakMb() {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}

/** From now on a peak is one since now (proc(5), clear_refs). */
export function forgetPeak() {
  writeFileSync('/proc/self/clear_refs', '5');
}
