import { Badge, Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookDetail, BookFind } from '@octavo/contracts';
import { useState } from 'react';
import { counted } from '../libraries/library-words.js';
import classes from './book-finds.module.css';
import { useAcceptFind, useRejectFind } from './find-answers.js';
import { FindFacts } from './find-facts.js';
import { standingWord } from './find-words.js';
import { acceptOf, type Choice, offersOf } from './take-choice.js';
import { TakeTable } from './take-table.js';

const COLOURS: Record<BookFind['standing'], string> = { ACCEPTED: 'green', SUGGESTED: 'orange', REFUSED: 'gray' };

interface FindPanelProps {
  book: BookDetail;
  find: BookFind;
}

/** One thing a provider knows: what it is, how it stands, and what can be taken of it. */
export function FindPanel({ book, find }: FindPanelProps) {
  const { standing } = find;
  const [open, table] = useDisclosure(false);
  const offers = offersOf(find, book).length;
  return (
    <li className="panel" data-testid="find" data-standing={standing}>
      <Stack gap="sm">
        <div className={classes.head}>
          <FindFacts find={find} />
          <Badge variant="light" color={COLOURS[standing]} tt="none">
            {standingWord(standing)}
          </Badge>
        </div>
        {open ? (
          <Taking book={book} find={find} onClose={table.close} />
        ) : (
          <Group gap="xs">
            <Button size="xs" variant="light" onClick={table.open} aria-expanded={false} disabled={offers === 0}>
              {offers === 0 ? 'Nothing else in it' : `Take this: ${counted(offers, 'difference')}`}
            </Button>
            {standing !== 'REFUSED' && <RejectButton findId={find.id} />}
          </Group>
        )}
      </Stack>
    </li>
  );
}

function Taking({ book, find, onClose }: FindPanelProps & { onClose: () => void }) {
  const [choice, choose] = useState<Choice>('gaps');
  const accept = useAcceptFind();
  const offers = offersOf(find, book);
  const take = () => {
    const said = { findId: find.id, title: book.title, accept: acceptOf(choice) };
    accept.mutate(said, { onSuccess: onClose });
  };
  return (
    <>
      <TakeTable offers={offers} choice={choice} onChoose={choose} />
      <Group gap="xs">
        <Button size="xs" loading={accept.isPending} disabled={choice !== 'gaps' && choice.size === 0} onClick={take}>
          Take what is ticked
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </>
  );
}

function RejectButton({ findId }: { findId: string }) {
  const reject = useRejectFind('It is not asked about again. What was taken of it can be taken back in the history.');
  return (
    <Button size="xs" variant="default" loading={reject.isPending} onClick={() => reject.mutate(findId)}>
      Not this book
    </Button>
  );
}
