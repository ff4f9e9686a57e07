import { Button, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { NewUser } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
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
      <form onSubmit={onSubmit}>
        <Stack>
          <TextInput {...field('name')} label="Name" autoComplete="off" data-autofocus />
          <TextInput {...field('email')} label="E-mail address" type="email" autoComplete="off" />
          <PasswordInput
            {...field('password')}
            label="Password"
            description="At least 10 characters. Tell it to the person yourself."
            autoComplete="new-password"
          />
          <NativeSelect {...field('role')} label="Role" data={ROLES} />
          <FormProblem problem={general} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
