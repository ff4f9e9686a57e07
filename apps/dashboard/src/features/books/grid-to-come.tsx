import { Skeleton } from '@mantine/core';
import classes from './book-grid.module.css';

const ENOUGH_FOR_A_SCREEN = 18;

/** The grid's shape until the books are there. */
export function GridToCome() {
  return (
    <div className={classes.grid} aria-label="Loading books">
      {Array.from({ length: ENOUGH_FOR_A_SCREEN }, (_, index) => (
        <div key={index} className={classes.cardToCome}>
          <Skeleton radius={4} className={classes.coverToCome} />
          <Skeleton height={12} mt={10} width="80%" />
          <Skeleton height={10} mt={8} width="55%" />
        </div>
      ))}
    </div>
  );
}
