import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ProviderChoice } from '@octavo/contracts';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { useIsAdmin } from '../session/session.queries.js';
import { FieldChecks } from './field-checks.js';
import { FIELDS_TO_TAKE, isFieldToTake } from './fields-to-take.js';
import { counted } from '../libraries/library-words.js';

type Fields = ProviderChoice['fields'];

interface TakenFieldsProps {
  /** What the provider is called. */
  name: string;
  fields: Fields;
  onChange: (fields: Fields) => void;
}

/** What is taken of what a provider says, and the way to change it. */
export function TakenFields({ name, fields, onChange }: TakenFieldsProps) {
  const isAdmin = useIsAdmin();
  const [choosing, choice] = useDisclosure(false);
  const words = fields === null ? 'everything' : fields.length === 0 ? 'nothing' : counted(fields.length, 'field');
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!isAdmin}
        aria-label={`Fields taken from ${name}: ${words}`}
        onClick={choice.open}
      >
        Takes {words}
      </Button>
      {choosing && <FieldsDialog name={name} fields={fields} onChange={onChange} onClose={choice.close} />}
    </>
  );
}

function FieldsDialog({ name, fields, onChange, onClose }: TakenFieldsProps & { onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>(fields ?? [...FIELDS_TO_TAKE]);
  const isEverything = chosen.length === FIELDS_TO_TAKE.length;
  const save = () => {
    onChange(isEverything ? null : chosen.filter(isFieldToTake));
    onClose();
  };
  return (
    <Dialog title={`What is taken from ${name}`} onClose={onClose}>
      <Stack>
        <Checkbox
          label="Everything"
          checked={isEverything}
          indeterminate={!isEverything && chosen.length > 0}
          onChange={() => setChosen(isEverything ? [] : [...FIELDS_TO_TAKE])}
        />
        <FieldChecks label="Fields" fields={FIELDS_TO_TAKE} chosen={chosen} onChange={setChosen} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={save}>Save</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
