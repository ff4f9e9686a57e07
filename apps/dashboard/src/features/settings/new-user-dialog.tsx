import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { NewUser } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useAddUser } from './users.queries.js';

const ROLES = [
  { value: 'reader', label: 'Reader' },
  { value: 'admin', label: 'Administrator' },
];

/** Makes an account; its password is told to its owner by whoever makes it. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const add = useAddUser(onClose);
  const { onSubmit, field, general } = useContractForm(NewUser, add);
  return (
    <Dialog onClose={onClose} title="New account">
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Create" isPending={add.isPending}>
        <TextInput {...field('name')} label="Name" autoComplete="off" data-autofocus />
        <TextInput {...field('email')} label="E-mail address" type="email" autoComplete="off" />
        <PasswordInput
          {...field('password')}
          label="Password"
          description="At least 10 characters. Tell it to the person yourself."
          autoComplete="new-password"
        />
        <NativeSelect {...field('role')} label="Role" data={ROLES} />
      </DialogForm>
    </Dialog>
  );
}
