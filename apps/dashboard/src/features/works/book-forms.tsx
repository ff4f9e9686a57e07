import { Button, Text } from '@mantine/core';
import type { BookDetail, FormOfBook, SuggestedForm } from '@octavo/contracts';
import { mediumOf } from '@octavo/domain';
import { useQuery } from '@tanstack/react-query';
import { asSentence } from '../../ui/as-sentence.js';
import { Section } from '../../ui/section.js';
import { FormLine } from './form-line.js';
import classes from './form-line.module.css';
import { alsoWords, mediumWord, reasonsWords } from './form-words.js';
import { useDecline, useTie, useUntie } from './work-changes.js';
import { formsQuery } from './works.queries.js';

type Shown = Pick<BookDetail, 'id' | 'files'>;

/** In what other forms a book is there, and which books may be such; nothing where there are none. */
export function BookForms({ book }: { book: Shown }) {
  const { data } = useQuery(formsQuery(book.id));
  if (!data) return null;
  const { forms, suggestions, purchases } = data;
  const own = mediumOfBook(book, purchases.length > 0);
  return (
    <>
      {forms.length > 0 && (
        <Section title="Other forms">
          <ul className={`panel ${classes.lines}`} data-testid="forms">
            {forms.map((form) => (
              <OtherForm key={form.bookId} book={book} own={own} form={form} />
            ))}
          </ul>
        </Section>
      )}
      {suggestions.length > 0 && (
        <Section title="May be the same work">
          <ul className={`panel ${classes.lines}`} data-testid="form-suggestions">
            {suggestions.map((form) => (
              <MaybeForm key={form.bookId} book={book} form={form} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface OtherFormProps {
  book: Shown;
  own: FormOfBook['medium'] | undefined;
  form: FormOfBook;
}

function OtherForm({ book, own, form }: OtherFormProps) {
  const untie = useUntie();
  const not = (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      c="dimmed"
      fw={500}
      ml={-8}
      aria-label={`${form.title} is not the same work`}
      loading={untie.isPending}
      onClick={() => untie.mutate({ bookId: book.id, otherId: form.bookId })}
    >
      Not the same work
    </Button>
  );
  return <FormLine form={form} says={alsoWords(own, form)} actions={not} />;
}

function MaybeForm({ book, form }: { book: Shown; form: SuggestedForm }) {
  const tie = useTie();
  const decline = useDecline();
  const pair = { bookId: book.id, otherId: form.bookId };
  const isBusy = tie.isPending || decline.isPending;
  const reasons = reasonsWords(form);
  const answers = (
    <>
      <Button
        size="xs"
        variant="light"
        aria-label={`${form.title} is the same work`}
        loading={tie.isPending}
        disabled={isBusy}
        onClick={() => tie.mutate(pair)}
      >
        Same work
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={`${form.title} is another book`}
        loading={decline.isPending}
        disabled={isBusy}
        onClick={() => decline.mutate(pair)}
      >
        Another book
      </Button>
    </>
  );
  return (
    <FormLine form={form} says={mediumWord(form.medium)} actions={answers}>
      {reasons !== '' && (
        <Text size="sm" c="dimmed" className="unbroken">
          {asSentence(`What speaks for it: ${reasons}`)}
        </Text>
      )}
    </FormLine>
  );
}

/** What a book is, by its files; without any it is what was bought to be heard. */
function mediumOfBook({ files }: Shown, isBought: boolean): FormOfBook['medium'] | undefined {
  const media = new Set(files.map(({ format }) => mediumOf(format)));
  if (files.length === 0) return isBought ? 'audiobook' : undefined;
  return media.has('ebook') ? 'ebook' : 'audiobook';
}
