import { Checkbox } from '@mantine/core';
import { fieldWords } from '../books/provenance-words.js';
import classes from './field-checks.module.css';

interface FieldChecksProps {
  label: string;
  fields: readonly string[];
  chosen: readonly string[];
  disabled?: boolean;
  onChange: (chosen: string[]) => void;
}

/** Fields of a book, some of which are chosen. */
export function FieldChecks({ label, fields, chosen, disabled = false, onChange }: FieldChecksProps) {
  return (
    <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={label}>
      <div className={classes.fields}>
        {fields.map((field) => (
          <Checkbox key={field} value={field} label={fieldWords(field)} disabled={disabled} size="sm" />
        ))}
      </div>
    </Checkbox.Group>
  );
}
