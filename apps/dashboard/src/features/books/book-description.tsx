import { Button, Typography } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './book-description.module.css';

/** The blurb; a long one is folded. */
export function BookDescription({ html }: { html: string }) {
  const text = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = text.current;
    if (element && !open) setLong(element.scrollHeight > element.clientHeight + 1);
  }, [html, open]);
  return (
    <section aria-label="Description">
      {/* The server keeps descriptions sanitised (contracts: Book.description); nothing else is ever put in as HTML. */}
      <Typography
        ref={text}
        className={classes.text}
        data-folded={!open}
        data-fades={long && !open}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {long && (
        <Button variant="subtle" size="compact-sm" mt="xs" ml={-8} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </Button>
      )}
    </section>
  );
}
