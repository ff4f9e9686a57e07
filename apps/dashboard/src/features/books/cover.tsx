import { type CSSProperties, useState } from 'react';
import { coverAddress } from './cover-address.js';
import classes from './cover.module.css';
import { titleHue } from './title-hue.js';

interface CoverProps {
  title: string;
  authors: string;
  coverUrl: string | null;
  /** 'card' stands in a box of one size for all; 'whole' is larger and has its own; 'thumb' stands in a line of a list. */
  shape?: 'card' | 'whole' | 'thumb';
}

const PIXELS = { card: { width: 300, height: 450 }, whole: { width: 600, height: 900 }, thumb: { width: 100, height: 150 } };

/** The book's cover; where there is none, or it cannot be loaded, a plain one set from title and author. */
export function Cover({ title, authors, coverUrl, shape = 'card' }: CoverProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const { width, height } = PIXELS[shape];
  const source = coverUrl === null ? null : coverAddress(coverUrl, width, height);
  const shown = source !== null && source !== failed;
  const hue = { '--hue': titleHue(title) } as CSSProperties;
  return (
    <div className={classes.cover} data-shape={shape} data-plain={!shown} style={hue}>
      {shown ? (
        <img
          src={source}
          alt=""
          width={width}
          height={height}
          loading={shape === 'whole' ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setFailed(source)}
        />
      ) : (
        <div className={classes.tile} aria-hidden="true">
          <span className={classes.title}>{title}</span>
          <span className={classes.authors}>{authors}</span>
        </div>
      )}
    </div>
  );
}
