import type { BookFind } from '@octavo/contracts';
import { useState } from 'react';
import { coverAddress } from '../books/cover-address.js';
import { providerWord } from '../books/provenance-words.js';
import classes from './find-facts.module.css';

/** Of a size that is kept; screens show it at about half of that. */
const [WIDTH, HEIGHT] = [300, 450];

/** The picture of a find, whatever its shape; nothing where there is none, or it cannot be loaded. */
export function FindPicture({ find: { title, provider, coverUrl } }: { find: BookFind }) {
  const [failed, setFailed] = useState<string | null>(null);
  if (coverUrl === null || coverUrl === failed) return null;
  return (
    <img
      key={coverUrl}
      src={coverAddress(coverUrl, WIDTH, HEIGHT)}
      alt={`The cover of “${title}” at ${providerWord(provider)}`}
      width={WIDTH}
      height={HEIGHT}
      loading="lazy"
      decoding="async"
      className={classes.picture}
      data-testid="find-picture"
      onError={() => setFailed(coverUrl)}
    />
  );
}
