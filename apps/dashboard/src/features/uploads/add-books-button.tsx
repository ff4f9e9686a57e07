import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import classes from './add-books-button.module.css';
import { type Brought, divide } from './brought-files.js';

/**
 * Opens the system's choice of files. It is not told which endings are wanted: phones would then grey out every book
 * whose format they do not know.
 */
export function AddBooksButton({ onBrought }: { onBrought: (brought: Brought) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        className={classes.button}
        leftSection={<IconPlus size={18} />}
        aria-label="Add books"
        data-testid="add-books"
        onClick={() => input.current?.click()}
      >
        <span className={classes.words}>Add books</span>
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="add-books-input"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onBrought(divide(files));
          // The same file again is a change again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
