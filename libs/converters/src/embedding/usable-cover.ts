import { DomainError } from '@octavo/domain';
import { coverImage } from '@octavo/formats';
import type { NewCover } from './embedder.js';

/**
 * Throws 'request.invalid' for a cover our reader would not show: no picture, damaged, too small, too odd, or of another
 * kind than it is said to be.
 */
export async function refuseUnusableCover({ bytes, mediaType }: NewCover): Promise<void> {
  const found = await coverImage('cover', bytes);
  if (typeof found === 'string') throw new DomainError('request.invalid', found);
  if (found.mediaType === mediaType) return;
  throw new DomainError('request.invalid', `The cover is called ${mediaType} and is ${found.mediaType}.`);
}
