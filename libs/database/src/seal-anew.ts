import { DomainError } from '@octavo/domain';
import type { SecretBox } from '@octavo/platform';
import type { Repositories } from './repositories/index.js';
import type { SealedText } from './repositories/sealed-texts.repository.js';

/** What sealing everything with the newest key came to, in texts. */
export interface SealedAnew {
  /** All that were looked at. */
  total: number;
  anew: number;
  /** Changed by somebody else meanwhile, and perhaps with an older key. */
  missed: number;
  /** They name a key of ours, which does not open them. */
  damaged: number;
  /** They name a key that is not ours. */
  lost: number;
}

/**
 * Seals every secret of others that was sealed with an older key with the one that seals now. Broken off at any instant,
 * each of them is readable still, and the next time does the rest. What no key opens is left as it is.
 */
export async function sealAnew({ sealedTexts }: Repositories, box: SecretBox): Promise<SealedAnew> {
  const result: SealedAnew = { total: 0, anew: 0, missed: 0, damaged: 0, lost: 0 };
  for await (const text of sealedTexts.all()) {
    result.total += 1;
    const age = box.ageOf(text.sealed);
    if (age === 'unknown') result.lost += 1;
    if (age !== 'older') continue;
    const secret = opened(box, text);
    if (secret === undefined) result.damaged += 1;
    else if (await sealedTexts.replace(text, box.seal(secret, text.about))) result.anew += 1;
    else result.missed += 1;
  }
  return result;
}

function opened(box: SecretBox, { sealed, about }: SealedText): string | undefined {
  try {
    return box.open(sealed, about);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
