import { Radio, Stack, TextInput } from '@mantine/core';
import { type AudibleAccount, AudibleAccountChange } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { canUse, MODES } from './account-words.js';
import { useChangeAccount } from './audible-changes.js';

interface EditAccountDialogProps {
  account: AudibleAccount;
  onClose: () => void;
}

const LONGEST_NAME = 80;

/** Another name, or another way of authorising requests. */
export function EditAccountDialog({ account: { id, name, mode, ways }, onClose }: EditAccountDialogProps) {
  const change = useChangeAccount(id, onClose);
  const { onSubmit, field, general } = useContractForm(AudibleAccountChange, change);
  return (
    <Dialog onClose={onClose} title={`Edit ${name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Save" isPending={change.isPending}>
        <TextInput
          {...field('name')}
          label="Name"
          defaultValue={name}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          data-autofocus
        />
        <Radio.Group
          {...field('mode')}
          label="How requests are authorised"
          description="Leave it as it is unless Audible refuses one of them."
          defaultValue={mode}
        >
          <Stack gap="xs" mt={8}>
            {MODES.map(({ mode: value, label, about }) => (
              <Radio
                key={value}
                value={value}
                label={label}
                description={canUse(value, ways) ? about : 'The account has no credentials for it.'}
                disabled={!canUse(value, ways)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </DialogForm>
    </Dialog>
  );
}
