import { type SyntheticEvent, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { problemOf } from '../../api.js';
import { Dialog } from '../../ui/dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useIsPhone } from '../../ui/use-is-phone.js';
import { counted } from '../libraries/library-words.js';
import { useApplyBulk, useTryBulk } from './bulk-changes.js';
import classes from './bulk-dialog.module.css';
import { BulkFields } from './bulk-fields.js';
import { type BulkForm, bulkPatchOf, EMPTY_FORM, isNothing } from './bulk-form.js';
import { BulkPreview } from './bulk-preview.js';
import type { Target } from './selection.js';

interface BulkDialogProps {
  target: Target;
  /** How many books are meant. */
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** Changes many books alike: first what is wished, then what would change, and only then it does. */
export function BulkDialog({ target, count, onClose, onDone }: BulkDialogProps) {
  const [form, setForm] = useState<BulkForm>(EMPTY_FORM);
  const trial = useTryBulk();
  const apply = useApplyBulk(onDone);
  const isPhone = useIsPhone();
  const patch = bulkPatchOf(form);
  const problem = trial.error ?? apply.error;
  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    trial.mutate({ target, patch });
  };
  return (
    <Dialog
      title={`Edit ${counted(count, 'book')} together`}
      onClose={onClose}
      closeOnClickOutside={isNothing(patch)}
      size="46rem"
      fullScreen={isPhone}
    >
      {trial.data ? (
        <BulkPreview
          answer={trial.data}
          patch={patch}
          problem={problem}
          isPending={apply.isPending}
          onBack={trial.reset}
          onApply={() => apply.mutate({ target, patch })}
        />
      ) : (
        <form onSubmit={ask} data-testid="bulk-form">
          <BulkFields form={form} onChange={setForm} />
          <div className={classes.actions} data-lower-corner>
            {problem && <FormProblem problem={{ ...problemOf(problem), title: 'That cannot be done' }} />}
            <Text size="sm" c="dimmed" role="status" className={classes.hint}>
              {trial.isPending && 'Looking at what would change…'}
            </Text>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={trial.isPending} disabled={isNothing(patch)}>
              Show what changes
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
