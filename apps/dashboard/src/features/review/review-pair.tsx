import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { FormOfBook, WorkSuggestion } from '@octavo/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { TextLink } from '../../ui/text-link.js';
import { Cover } from '../books/cover.js';
import { languageName } from '../books/language-name.js';
import { reasonWords } from '../finds/find-words.js';
import { formFacts, mediumWord } from '../works/form-words.js';
import { useDecline, useTie } from '../works/work-changes.js';
import { pairsQuery } from '../works/works.queries.js';
import { PAIR_KEYS, type PairAction, pairAction } from './pair-keys.js';
import { withoutPair } from './pairs.js';
import actionClasses from './review-book.module.css';
import { ReviewKeys } from './review-keys-dialog.js';
import classes from './review-pair.module.css';
import { useReviewKeys } from './use-review-keys.js';

interface ReviewPairProps {
  pair: WorkSuggestion;
  onMove: (by: number) => void;
}

/** Two books beside each other, what speaks for their being one work, and the two answers. */
export function ReviewPair({ pair, onMove }: ReviewPairProps) {
  const { book, other, reasons } = pair;
  const [keysShown, keys] = useDisclosure(false);
  const answer = useAnswer(pair);
  const act = (action: PairAction) => {
    if (action.do === 'move') onMove(action.by);
    else if (action.do === 'keys') keys.open();
    else answer(action.do);
  };
  useReviewKeys(pairAction, act);
  return (
    <div className={`panel ${classes.pair}`} data-testid="review-pair">
      <div className={classes.books}>
        <BookOfPair form={book} />
        <BookOfPair form={other} />
      </div>
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <Title order={2} size="sm" id="reasons">
            What speaks for the same work
          </Title>
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <Text key={reason} component="li" size="sm" className="unbroken">
                {reasonWords(reason)}
              </Text>
            ))}
          </ul>
        </section>
      )}
      <div className={`${actionClasses.actions} ${classes.answers}`} data-lower-corner>
        <Button onClick={() => act({ do: 'tie' })} title="y">
          Same work
        </Button>
        <Button variant="default" onClick={() => act({ do: 'decline' })} title="n">
          Another book
        </Button>
      </div>
      {keysShown && <ReviewKeys keys={PAIR_KEYS} onClose={keys.close} />}
    </div>
  );
}

function BookOfPair({ form }: { form: FormOfBook }) {
  const { bookId, medium, title, authors, language, coverUrl } = form;
  const by = authors.join(', ');
  const facts = formFacts(form);
  return (
    <section className={classes.book} aria-label={`${mediumWord(medium)}: ${title}`}>
      <Cover title={title} authors={by} coverUrl={coverUrl} />
      <div className={classes.words}>
        <Text size="sm" c="dimmed">
          {mediumWord(medium)}
          {language !== null && `, ${languageName(language)}`}
        </Text>
        <TextLink to="/books/$bookId" params={{ bookId }} fw={550} className="unbroken">
          {title}
        </TextLink>
        <Text size="sm" c={by === '' ? 'dimmed' : undefined} className="unbroken">
          {by === '' ? 'No author is known' : `by ${by}`}
        </Text>
        {facts !== undefined && (
          <Text size="sm" c="dimmed" className="number unbroken">
            {facts}
          </Text>
        )}
      </div>
    </section>
  );
}

/** Answers, and takes the pair from the list at once, so that the next one is there. */
function useAnswer(pair: WorkSuggestion) {
  const queryClient = useQueryClient();
  const tie = useTie();
  const decline = useDecline();
  const ids = { bookId: pair.book.bookId, otherId: pair.other.bookId };
  return (what: 'tie' | 'decline') => {
    void queryClient.cancelQueries({ queryKey: pairsQuery.queryKey });
    queryClient.setQueryData(pairsQuery.queryKey, (page) => page && withoutPair(page, pair));
    (what === 'tie' ? tie : decline).mutate(ids);
  };
}
