import { useDisclosure } from '@mantine/hooks';
import type { BookFind, Suggestion } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bookQuery } from '../books/books.queries.js';
import { FindFacts } from '../finds/find-facts.js';
import { pageAddress } from '../finds/find-words.js';
import { useAcceptFind, useRejectFind } from '../finds/find-answers.js';
import { acceptOf, type Choice, offersOf } from '../finds/take-choice.js';
import { TakeTable } from '../finds/take-table.js';
import { FindTabs } from './find-tabs.js';
import { ReviewActions } from './review-actions.js';
import classes from './review-book.module.css';
import { ReviewKeys } from './review-keys-dialog.js';
import { REVIEW_KEYS, type ReviewAction, reviewAction } from './review-keys.js';
import { useForgetSuggestion } from './review.queries.js';
import { ReviewedBook } from './reviewed-book.js';
import { useReviewKeys } from './use-review-keys.js';

interface ReviewBookProps {
  suggestion: Suggestion;
  onMove: (by: number) => void;
}

/** One book beside what a provider knows, and the ways to answer. */
export function ReviewBook({ suggestion: { book, finds }, onMove }: ReviewBookProps) {
  const [chosenId, chooseFind] = useState<string>();
  const find = finds.find(({ id }) => id === chosenId) ?? finds[0];
  const detail = useQuery(bookQuery(book.id)).data;
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [keysShown, keys] = useDisclosure(false);
  const answer = useAnswers(book);

  const choice = (find && choices[find.id]) ?? 'gaps';
  const act = (action: ReviewAction) => {
    if (action.do === 'move') onMove(action.by);
    else if (action.do === 'keys') keys.open();
    else if (action.do === 'choose') chooseFind(finds[action.at]?.id ?? find?.id);
    else if (find) onFind(action.do, find);
  };
  const onFind = (what: 'accept' | 'reject' | 'open', one: BookFind) => {
    if (what === 'accept') answer.accept(one, choice);
    else if (what === 'reject') answer.reject(one);
    else openPage(one);
  };
  useReviewKeys(reviewAction, act);
  if (!find) return null;
  const offers = offersOf(find, { coverUrl: book.coverUrl, ...(detail && { provenance: detail.provenance }) });
  return (
    <div className={classes.review} data-testid="review" data-book-id={book.id}>
      <ReviewedBook book={book} />
      <section className={`panel ${classes.find}`} aria-label="What a provider knows">
        <FindTabs finds={finds} chosen={find} onChoose={chooseFind} />
        <FindFacts find={find} />
        <TakeTable
          offers={offers}
          choice={choice}
          onChoose={(next) => setChoices((before) => ({ ...before, [find.id]: next }))}
        />
        <ReviewActions
          canTake={choice === 'gaps' || choice.size > 0}
          several={finds.length > 1}
          onAccept={() => act({ do: 'accept' })}
          onReject={() => act({ do: 'reject' })}
          onRejectAll={() => answer.rejectAll(finds)}
        />
      </section>
      {keysShown && <ReviewKeys keys={REVIEW_KEYS} onClose={keys.close} />}
    </div>
  );
}

function openPage({ url }: BookFind): void {
  const address = pageAddress(url);
  if (address !== undefined) window.open(address, '_blank', 'noopener,noreferrer');
}

/** The answers to a suggestion. What is answered leaves the list at once, so that the next one is there. */
function useAnswers(book: Suggestion['book']) {
  const accepting = useAcceptFind();
  const rejecting = useRejectFind();
  const forget = useForgetSuggestion();
  return {
    accept: (find: BookFind, choice: Choice) => {
      if (choice !== 'gaps' && choice.size === 0) return;
      void forget((bookId) => bookId === book.id);
      accepting.mutate({ findId: find.id, title: book.title, accept: acceptOf(choice) });
    },
    reject: (find: BookFind) => {
      void forget((_, findId) => findId === find.id);
      rejecting.mutate(find.id);
    },
    rejectAll: (finds: readonly BookFind[]) => {
      void forget((bookId) => bookId === book.id);
      for (const { id } of finds) rejecting.mutate(id);
    },
  };
}
