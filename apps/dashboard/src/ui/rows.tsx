import { Text } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import classes from './rows.module.css';

interface RowsProps {
  /** Said where there are no rows. */
  nothing?: string;
  children: ReactNode;
}

/** A short list in a panel. */
export function Rows({ nothing, children }: RowsProps) {
  return (
    <ul className={`panel ${classes.rows}`}>
      {Children.count(children) > 0 ? (
        children
      ) : (
        <Text component="li" c="dimmed" py="sm">
          {nothing}
        </Text>
      )}
    </ul>
  );
}

interface RowProps {
  name: ReactNode;
  detail: ReactNode;
  action?: ReactNode;
}

/** One entry: what it is called, what is known about it, what can be done with it. */
export function Row({ name, detail, action }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text component="div" fw={550} className="unbroken">
          {name}
        </Text>
        <Text component="div" size="sm" c="dimmed" className="unbroken">
          {detail}
        </Text>
      </div>
      {action}
    </li>
  );
}
