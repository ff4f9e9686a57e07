import { Button, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useChangeReading } from './reading.queries.js';
import classes from './reading-percent.module.css';
import { percentOf } from './reading-words.js';

interface ReadingPercentProps {
  bookId: string;
  percent: number | null;
}

/** How far the reader is, as a number that can be changed: a device then opens the book about there. */
export function ReadingPercent({ bookId, percent }: ReadingPercentProps) {
  const [known, setKnown] = useState(percent);
  const [text, setText] = useState(asText(percent));
  // A device said something newer. The field itself stays, and with it the focus.
  if (percent !== known) {
    setKnown(percent);
    setText(asText(percent));
  }
  const change = useChangeReading(bookId, 'Noted. Devices hear of it at their next sync');
  const typed = percentOf(text);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed !== undefined) change.mutate({ percent: typed });
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <label htmlFor="percent">I am at</label>
      <TextInput
        id="percent"
        className={classes.number}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        rightSection={<span aria-hidden="true">%</span>}
        aria-label="I am at, in percent"
        error={text !== '' && typed === undefined}
      />
      <Button
        type="submit"
        variant="default"
        disabled={typed === undefined || typed === percent}
        loading={change.isPending}
      >
        Set
      </Button>
      {text !== '' && typed === undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          A number from 0 to 100
        </Text>
      )}
    </form>
  );
}

const asText = (percent: number | null) => (percent === null ? '' : String(percent));
