import { Text } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { type ReactNode, useId } from 'react';
import { fieldWords, originWords } from '../books/provenance-words.js';
import type { FormField } from './book-form.js';
import classes from './edit-field.module.css';
import { FieldLock } from './field-lock.js';
import { FieldSources } from './field-sources.js';
import type { BookEdit } from './use-book-edit.js';

interface EditFieldProps {
  book: BookDetail;
  edit: BookEdit;
  field: FormField;
  label?: string;
  /** The field is a list of inputs, each with a name of its own. */
  isGroup?: boolean;
  children: (input: { id: string; error: string | undefined }) => ReactNode;
}

/** A field with its name, where its value comes from, its lock, and the other values there are. */
export function EditField({ book, edit, field, label = fieldWords(field), isGroup = false, children }: EditFieldProps) {
  const id = useId();
  const error = edit.complaints[field];
  const isChanged = edit.changed.includes(field);
  return (
    <div
      className={classes.field}
      data-field={field}
      {...(isGroup && { role: 'group', 'aria-labelledby': `${id}-label` })}
    >
      <div className={classes.head}>
        {isGroup ? (
          <span id={`${id}-label`} className={classes.label}>
            {label}
          </span>
        ) : (
          <label htmlFor={id} className={classes.label}>
            {label}
          </label>
        )}
        <span className={classes.origin} data-changed={isChanged}>
          {isChanged ? 'changed, not saved yet' : <FieldOrigin origin={book.provenance[field]} />}
        </span>
        <span className={classes.tools}>
          <FieldSources book={book} field={field} label={label} onTaken={() => edit.forget(field)} />
          <FieldLock book={book} part={field} label={label} />
        </span>
      </div>
      {children({ id, error })}
      {isGroup && error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
          {error}
        </Text>
      )}
    </div>
  );
}

function FieldOrigin({ origin }: { origin: BookDetail['provenance'][string] | undefined }) {
  if (origin === undefined) return null;
  return origin.source === 'manual' ? <>{originWords(origin)}</> : <>from {originWords(origin)}</>;
}
