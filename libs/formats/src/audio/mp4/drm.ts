import type { DrmScheme } from '@octavo/domain';

const AUDIBLE_BRANDS = new Set(['aax ', 'aaxc']);
/** How Audible, Apple and everybody else (ISO 14496-12 §8.12) call audio that is ciphertext. */
const LOCKED = new Map<string, DrmScheme>([
  ['aavd', 'audible'],
  ['drms', 'apple'],
  ['enca', 'unknown'],
]);

/** Who locked it, by the file's brand and how its audio is coded. Tags are never ciphertext. */
export function drmOf(brand: string, codings: readonly string[]): DrmScheme | undefined {
  if (AUDIBLE_BRANDS.has(brand)) return 'audible';
  return codings.map((coding) => LOCKED.get(coding)).find((scheme) => scheme !== undefined);
}
