import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { coverAddress } from '../books/cover-address.js';
import { ValueChange } from '../books/value-change.js';
import classes from './offered-cover.module.css';

/** Of a size that is kept. */
const [WIDTH, HEIGHT] = [149, 223];

interface OfferedCoverProps {
  /** Where the pictures are, if anywhere. */
  before: unknown;
  after: unknown;
}

/** The cover that is here beside the one that would take its place; in words where that is not to be seen yet. */
export function OfferedCover({ before, after }: OfferedCoverProps) {
  const [present, offered] = [addressIn(before), addressIn(after)];
  if (offered === undefined) return <ValueChange before={present ? 'a cover' : ''} after="the cover from there" />;
  return (
    <span className={classes.covers}>
      {present ? <Small address={present} alt="The cover it has" /> : <span className={classes.nothing}>nothing</span>}
      <IconArrowRight size={14} className={classes.arrow} aria-hidden="true" />
      <VisuallyHidden component="span"> became </VisuallyHidden>
      <Small address={offered} alt="The cover from there" />
    </span>
  );
}

function Small({ address, alt }: { address: string; alt: string }) {
  const source = coverAddress(address, WIDTH, HEIGHT);
  return <img src={source} alt={alt} width={WIDTH} height={HEIGHT} loading="lazy" decoding="async" />;
}

const addressIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
