import { NativeSelect, TagsInput } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { mediumOf } from '@octavo/domain';
import { languageName } from '../books/language-name.js';
import { EditField } from './edit-field.js';
import classes from './edit-fields.module.css';
import { NumbersField, PeopleField, SeriesField } from './list-fields.js';
import { DescriptionField, TextField } from './text-field.js';
import type { BookEdit } from './use-book-edit.js';

interface EditFieldsProps {
  book: BookDetail;
  edit: BookEdit;
}

const READINGS = [
  { value: '', label: 'Not said' },
  { value: 'false', label: 'Unabridged' },
  { value: 'true', label: 'Abridged' },
];

/** Every field of a book, in reading order. */
export function EditFields({ book, edit }: EditFieldsProps) {
  const both = { book, edit };
  const isHeard = book.abridged !== null || book.files.some(({ format }) => mediumOf(format) === 'audiobook');
  return (
    <div className={classes.fields}>
      <TextField {...both} field="title" isFirst />
      <TextField {...both} field="subtitle" />
      <div className={classes.wide}>
        <EditField {...both} field="contributors" isGroup>
          {({ error }) => (
            <PeopleField
              rows={edit.form.contributors}
              error={error}
              onChange={(contributors) => edit.change({ contributors })}
            />
          )}
        </EditField>
      </div>
      <div className={classes.wide}>
        <EditField {...both} field="series" isGroup>
          {({ error }) => (
            <SeriesField rows={edit.form.series} error={error} onChange={(series) => edit.change({ series })} />
          )}
        </EditField>
      </div>
      <div className={classes.wide}>
        <DescriptionField {...both} />
      </div>
      <TextField {...both} field="publisher" />
      <TextField {...both} field="publishedDate" placeholder="1969, 1969-03 or 1969-03-01" />
      <TextField {...both} field="language" label={languageLabel(edit.form.language)} placeholder="English, or en-GB" />
      <TextField {...both} field="pageCount" inputMode="numeric" />
      {isHeard && <AbridgedField {...both} />}
      <div className={classes.wide}>
        <SubjectsField {...both} />
      </div>
      <div className={classes.wide}>
        <EditField {...both} field="identifiers" label="Numbers" isGroup>
          {({ error }) => (
            <NumbersField
              rows={edit.form.identifiers}
              error={error}
              onChange={(identifiers) => edit.change({ identifiers })}
            />
          )}
        </EditField>
      </div>
    </div>
  );
}

/** The tag is what is kept; what it means stands beside it. */
function languageLabel(tag: string): string {
  const name = tag === '' ? tag : languageName(tag);
  return name === tag ? 'Language' : `Language: ${name}`;
}

function SubjectsField({ book, edit }: EditFieldsProps) {
  return (
    <EditField book={book} edit={edit} field="subjects">
      {({ id, error }) => (
        <TagsInput
          id={id}
          value={edit.form.subjects}
          error={error}
          onChange={(subjects) => edit.change({ subjects })}
          placeholder={edit.form.subjects.length === 0 ? 'Enter or a comma ends each' : undefined}
        />
      )}
    </EditField>
  );
}

function AbridgedField({ book, edit }: EditFieldsProps) {
  return (
    <EditField book={book} edit={edit} field="abridged" label="Reading">
      {({ id, error }) => (
        <NativeSelect
          id={id}
          data={READINGS}
          value={edit.form.abridged}
          error={error}
          onChange={({ currentTarget: { value } }) => edit.change({ abridged: value })}
        />
      )}
    </EditField>
  );
}
