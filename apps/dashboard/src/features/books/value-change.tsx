import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { shortened } from './plain-text.js';
import classes from './value-change.module.css';

const LONGEST = 220;

interface ValueChangeProps {
  /** "" where there was, or is, nothing. */
  before: string;
  after: string;
}

/** A value before and after. */
export function ValueChange({ before, after }: ValueChangeProps) {
  return (
    <span className={classes.change}>
      <Value words={before} className={classes.before} />{' '}
      <IconArrowRight size={14} className={classes.arrow} aria-hidden="true" />
      <VisuallyHidden component="span"> became </VisuallyHidden>
      <Value words={after} className={classes.after} />
    </span>
  );
}

function Value({ words, className }: { words: string; className: string | undefined }) {
  if (words === '') return <span className={classes.nothing}>nothing</span>;
  return <span className={`unbroken ${className ?? ''}`}>{shortened(words, LONGEST)}</span>;
}
