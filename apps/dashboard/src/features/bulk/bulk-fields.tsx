import { NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { fieldWords } from '../books/provenance-words.js';
import { FieldChecks } from '../providers/field-checks.js';
import { FIELDS_TO_TAKE } from '../providers/fields-to-take.js';
import classes from './bulk-dialog.module.css';
import type { BulkForm, FieldWish, LocksWish, PlainField, SubjectsWish } from './bulk-form.js';
import { PLAIN_FIELDS } from './bulk-form.js';

interface BulkFieldsProps {
  form: BulkForm;
  onChange: (form: BulkForm) => void;
}

const PLACEHOLDERS: Partial<Record<PlainField, string>> = {
  publishedDate: '1969, 1969-03 or 1969-03-01',
  language: 'English, or en-GB',
  series: 'Its name; numbers are left out',
};

/** What is wished of many books, field by field; everything is left as it is until one says so. */
export function BulkFields({ form, onChange }: BulkFieldsProps) {
  return (
    <div className={classes.fields}>
      {PLAIN_FIELDS.map((field) => (
        <PlainWish
          key={field}
          field={field}
          wish={form.plain[field]}
          onChange={(wish) => onChange({ ...form, plain: { ...form.plain, [field]: wish } })}
        />
      ))}
      <Subjects wish={form.subjects} onChange={(subjects) => onChange({ ...form, subjects })} />
      <Locks wish={form.locks} onChange={(locks) => onChange({ ...form, locks })} />
    </div>
  );
}

interface WishRowProps<How extends string> {
  name: string;
  how: How;
  choices: Record<How, string>;
  onHow: (how: How) => void;
  children?: ReactNode;
}

function WishRow<How extends string>({ name, how, choices, onHow, children }: WishRowProps<How>) {
  const id = useId();
  const data = Object.entries<string>(choices).map(([value, label]) => ({ value, label }));
  return (
    <div className={classes.field} data-field={name}>
      <label htmlFor={id} className={classes.name}>
        {name}
      </label>
      <NativeSelect
        id={id}
        data={data}
        value={how}
        onChange={({ currentTarget: { value } }) => {
          if (isAmong(choices, value)) onHow(value);
        }}
      />
      <div className={classes.inputs}>{children}</div>
    </div>
  );
}

const isAmong = <How extends string>(choices: Record<How, string>, value: string): value is How => value in choices;

const PLAIN_CHOICES = { leave: 'Leave as it is', set: 'Set to', empty: 'Empty' };

function PlainWish({
  field,
  wish,
  onChange,
}: {
  field: PlainField;
  wish: FieldWish;
  onChange: (wish: FieldWish) => void;
}) {
  const name = fieldWords(field);
  return (
    <WishRow name={name} how={wish.how} choices={PLAIN_CHOICES} onHow={(how) => onChange({ ...wish, how })}>
      {wish.how === 'set' && (
        <TextInput
          aria-label={`${name} of all of them`}
          value={wish.text}
          onChange={({ currentTarget: { value } }) => onChange({ ...wish, text: value })}
          placeholder={PLACEHOLDERS[field]}
          autoComplete="off"
        />
      )}
    </WishRow>
  );
}

const SUBJECT_CHOICES = {
  leave: 'Leave as they are',
  change: 'Add and take away',
  replace: 'Replace with',
  empty: 'Empty',
};

function Subjects({ wish, onChange }: { wish: SubjectsWish; onChange: (wish: SubjectsWish) => void }) {
  const tags = (name: 'add' | 'remove' | 'replace', label: string) => (
    <TagsInput
      aria-label={label}
      placeholder={wish[name].length === 0 ? label : undefined}
      value={wish[name]}
      onChange={(subjects) => onChange({ ...wish, [name]: subjects })}
    />
  );
  return (
    <WishRow name="Subjects" how={wish.how} choices={SUBJECT_CHOICES} onHow={(how) => onChange({ ...wish, how })}>
      {wish.how === 'change' && tags('add', 'Subjects to add')}
      {wish.how === 'change' && tags('remove', 'Subjects to take away')}
      {wish.how === 'replace' && tags('replace', 'Subjects instead')}
    </WishRow>
  );
}

const LOCK_CHOICES = { leave: 'Leave as they are', lock: 'Lock', unlock: 'Unlock' };

function Locks({ wish, onChange }: { wish: LocksWish; onChange: (wish: LocksWish) => void }) {
  return (
    <WishRow name="Locks" how={wish.how} choices={LOCK_CHOICES} onHow={(how) => onChange({ ...wish, how })}>
      {wish.how !== 'leave' && (
        <FieldChecks
          label={wish.how === 'lock' ? 'Fields to lock' : 'Fields to unlock'}
          fields={FIELDS_TO_TAKE}
          chosen={wish.fields}
          onChange={(fields) => onChange({ ...wish, fields })}
        />
      )}
    </WishRow>
  );
}
