import { Textarea, TextInput } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import type { InputHTMLAttributes } from 'react';
import type { BookForm, FormField } from './book-form.js';
import { EditField } from './edit-field.js';
import type { BookEdit } from './use-book-edit.js';

type TextFields = { [Field in FormField]: BookForm[Field] extends string ? Field : never }[FormField];

interface TextFieldProps {
  book: BookDetail;
  edit: BookEdit;
  field: TextFields;
  label?: string;
  placeholder?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** Has the focus when the dialog opens. */
  isFirst?: boolean;
}

/** A field of one line. */
export function TextField({ book, edit, field, label, placeholder, inputMode, isFirst }: TextFieldProps) {
  return (
    <EditField book={book} edit={edit} field={field} {...(label !== undefined && { label })}>
      {({ id, error }) => (
        <TextInput
          id={id}
          value={edit.form[field]}
          error={error}
          onChange={({ currentTarget: { value } }) => edit.change({ [field]: value })}
          placeholder={placeholder}
          inputMode={inputMode}
          autoComplete="off"
          data-autofocus={isFirst}
        />
      )}
    </EditField>
  );
}

const AT_LEAST = 4;
const AT_MOST = 14;

/** The blurb: as text where it is plain, else with its markup. */
export function DescriptionField({ book, edit }: Pick<TextFieldProps, 'book' | 'edit'>) {
  return (
    <EditField book={book} edit={edit} field="description">
      {({ id, error }) => (
        <Textarea
          id={id}
          value={edit.form.description}
          error={error}
          onChange={({ currentTarget: { value } }) => edit.change({ description: value })}
          autosize
          minRows={AT_LEAST}
          maxRows={AT_MOST}
        />
      )}
    </EditField>
  );
}
