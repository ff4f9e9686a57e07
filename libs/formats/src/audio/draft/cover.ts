import type { CoverImage } from '@octavo/domain';
import { coverImage } from '../../images/cover-image.js';
import type { Picture } from '../audio-file.js';

const MAX_TRIED = 5;

/** The front cover, else the first picture that can be one, its bytes untouched; or why the first was none. */
export async function coverFrom(pictures: readonly Picture[]): Promise<{ cover?: CoverImage; warning?: string }> {
  const ordered = [...pictures].sort((a, b) => Number(b.front) - Number(a.front)).slice(0, MAX_TRIED);
  let warning: string | undefined;
  for (const [at, { bytes }] of ordered.entries()) {
    const found = await coverImage(`picture ${at + 1}`, bytes);
    if (typeof found !== 'string') return { cover: found };
    warning ??= found;
  }
  return { warning };
}
