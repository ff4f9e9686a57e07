import { NativeSelect, TextInput } from '@mantine/core';
import type { Role } from '@octavo/domain';
import { useId } from 'react';
import { ROLE_NAMES } from '../books/contributors.js';
import { schemeWord } from '../books/scheme-word.js';
import type { BookForm } from './book-form.js';
import { EditRows } from './edit-rows.js';

interface ListFieldProps<Field extends keyof BookForm> {
  rows: BookForm[Field];
  error: string | undefined;
  onChange: (rows: BookForm[Field]) => void;
}

const ROLE_CHOICES = Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }));
const isRole = (word: string): word is Role => word in ROLE_NAMES;

/** Who made the book, in the order in which they are named. */
export function PeopleField({ rows, error, onChange }: ListFieldProps<'contributors'>) {
  return (
    <EditRows rows={rows} blank={{ name: '', role: 'author' }} noun="person" ordered onChange={onChange}>
      {({ name, role }, change, which) => (
        <>
          <TextInput
            aria-label={`Name of ${which}`}
            value={name}
            error={error !== undefined}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
            autoComplete="off"
          />
          <NativeSelect
            aria-label={`Role of ${which}`}
            data={ROLE_CHOICES}
            value={role}
            onChange={({ currentTarget: { value } }) => {
              if (isRole(value)) change({ role: value });
            }}
          />
        </>
      )}
    </EditRows>
  );
}

export function SeriesField({ rows, error, onChange }: ListFieldProps<'series'>) {
  return (
    <EditRows rows={rows} blank={{ name: '', number: '' }} noun="series" onChange={onChange}>
      {({ name, number }, change, which) => (
        <>
          <TextInput
            aria-label={`Name of ${which}`}
            value={name}
            error={error !== undefined}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
            autoComplete="off"
          />
          <TextInput
            aria-label={`Number in ${which}`}
            placeholder="Number"
            value={number}
            error={error !== undefined}
            onChange={({ currentTarget: { value } }) => change({ number: value })}
            autoComplete="off"
          />
        </>
      )}
    </EditRows>
  );
}

const SCHEMES = ['isbn', 'asin', 'goodreads', 'doi', 'uuid'];

/** Numbers under which shops and libraries know the book. */
export function NumbersField({ rows, error, onChange }: ListFieldProps<'identifiers'>) {
  const known = useId();
  return (
    <>
      <datalist id={known}>
        {SCHEMES.map((scheme) => (
          <option key={scheme} value={schemeWord(scheme)} />
        ))}
      </datalist>
      <EditRows rows={rows} blank={{ scheme: 'isbn', value: '' }} noun="number" onChange={onChange}>
        {({ scheme, value }, change, which) => (
          <>
            <TextInput
              aria-label={`Value of ${which}`}
              value={value}
              error={error !== undefined}
              onChange={({ currentTarget }) => change({ value: currentTarget.value })}
              autoComplete="off"
              spellCheck={false}
            />
            <TextInput
              aria-label={`Kind of ${which}`}
              list={known}
              value={schemeWord(scheme)}
              error={error !== undefined}
              onChange={({ currentTarget }) => change({ scheme: currentTarget.value })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </>
        )}
      </EditRows>
    </>
  );
}
