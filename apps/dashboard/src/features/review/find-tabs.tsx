import { Button, Kbd } from '@mantine/core';
import type { BookFind } from '@octavo/contracts';
import { providerWord } from '../books/provenance-words.js';
import { formWord } from '../finds/find-words.js';
import classes from './review-book.module.css';

interface FindTabsProps {
  finds: readonly BookFind[];
  chosen: BookFind;
  onChoose: (findId: string) => void;
}

/** The finds for one book, to be looked at one by one; nothing where there is only one. */
export function FindTabs({ finds, chosen, onChoose }: FindTabsProps) {
  if (finds.length < 2) return null;
  return (
    <div className={classes.tabs} role="group" aria-label="Finds">
      {finds.map((find, index) => (
        <Button
          key={find.id}
          size="compact-sm"
          variant={find.id === chosen.id ? 'light' : 'default'}
          aria-pressed={find.id === chosen.id}
          leftSection={<Kbd size="xs">{index + 1}</Kbd>}
          onClick={() => onChoose(find.id)}
        >
          {[providerWord(find.provider), find.form && formWord(find.form)].filter(Boolean).join(', ')}
        </Button>
      ))}
    </div>
  );
}
