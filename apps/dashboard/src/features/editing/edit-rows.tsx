import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './edit-rows.module.css';
import { moved } from './moved.js';

interface EditRowsProps<Row> {
  rows: readonly Row[];
  /** A row with nothing in it yet. */
  blank: Row;
  /** What a row is: "person", "series". */
  noun: string;
  /** The order says something: rows can be moved up. */
  ordered?: boolean;
  onChange: (rows: Row[]) => void;
  /** The inputs of a row; `name` tells it from the others for the ear. */
  children: (row: Row, change: (part: Partial<Row>) => void, name: string) => ReactNode;
}

/** A list that is edited row by row. */
export function EditRows<Row extends object>({ rows, blank, noun, ordered, onChange, children }: EditRowsProps<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current) list.current?.lastElementChild?.querySelector('input')?.focus();
    added.current = false;
  }, [rows.length]);
  const add = () => {
    added.current = true;
    onChange([...rows, blank]);
  };
  return (
    <div>
      <div ref={list} className={classes.rows}>
        {rows.map((row, index) => {
          const name = `${noun} ${index + 1}`;
          const change = (part: Partial<Row>) => onChange(rows.with(index, { ...row, ...part }));
          return (
            <div key={index} className={classes.row}>
              <div className={classes.inputs}>{children(row, change, name)}</div>
              {ordered && index > 0 && (
                <RowButton label={`Move ${name} up`} onClick={() => onChange(moved(rows, index, index - 1))}>
                  <IconArrowUp size={17} />
                </RowButton>
              )}
              <RowButton label={`Remove ${name}`} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
                <IconX size={17} />
              </RowButton>
            </div>
          );
        })}
      </div>
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} />} mt={6} onClick={add}>
        Add {noun}
      </Button>
    </div>
  );
}

function RowButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={34} aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
