import type { CoverAddresses } from './candidate.js';

/** "91EpHNSPFnL._SL1500_.jpg", "2767052._SX98_.jpg": what stands between the id and the ending asks for a small one. */
const MODIFIERS = /\._[^/]*(?=\.[a-z]{3,4}$)/i;

/** The address of a picture of Amazon's stores as it was uploaded. */
export function fullSize(address: string): string {
  return address.replace(MODIFIERS, '');
}

/** For each address the full size first, then as it was given; each once. */
export function withFullSizes(addresses: readonly string[]): CoverAddresses | undefined {
  const [first, ...others] = new Set([...addresses.slice(0, 1).map(fullSize), ...addresses]);
  return first === undefined ? undefined : [first, ...others];
}
