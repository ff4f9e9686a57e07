import { Text } from '@mantine/core';
import type { FormOfBook } from '@octavo/contracts';
import type { ReactNode } from 'react';
import { TextLink } from '../../ui/text-link.js';
import { Cover } from '../books/cover.js';
import classes from './form-line.module.css';
import { formFacts } from './form-words.js';

interface FormLineProps {
  form: FormOfBook;
  /** What it is to the book of the page. */
  says: string;
  /** More that is known of it. */
  children?: ReactNode;
  /** What can be said to it. */
  actions: ReactNode;
}

/** Another form of a book in a list: its cover, the way to it, what is known of it, and what can be said to it. */
export function FormLine({ form, says, children, actions }: FormLineProps) {
  const { bookId, title, authors, coverUrl } = form;
  const facts = formFacts(form);
  const by = authors.join(', ');
  return (
    <li className={classes.line} data-testid="form" data-book-id={bookId}>
      <Cover title={title} authors={by} coverUrl={coverUrl} shape="thumb" />
      <div className={classes.words}>
        <Text size="sm" className="number unbroken">
          {says}
          {facts !== undefined && `: ${facts}`}
        </Text>
        <Text size="sm" className="unbroken">
          <TextLink to="/books/$bookId" params={{ bookId }} fw={550} inherit>
            {title}
          </TextLink>
          {by !== '' && (
            <Text component="span" inherit c="dimmed">
              {' '}
              by {by}
            </Text>
          )}
        </Text>
        {children}
        <div className={classes.actions}>{actions}</div>
      </div>
    </li>
  );
}
