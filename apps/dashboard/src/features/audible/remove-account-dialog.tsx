import { Checkbox, Stack, Text } from '@mantine/core';
import type { AudibleAccount } from '@octavo/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRemoveAccount } from './audible-changes.js';

interface RemoveAccountDialogProps {
  account: AudibleAccount;
  onClose: () => void;
}

const OWN_DEVICE = 'Octavo is a device of its own there. Left registered, it stays in the list of your devices.';
const SHARED_DEVICE =
  'It is the device of the program this account was imported from: deregistered, that program is signed out too.';

/** Asks before an account is no longer connected, and whether its device is to go from the account at Amazon. */
export function RemoveAccountDialog({ account: { id, name, isImported }, onClose }: RemoveAccountDialogProps) {
  const remove = useRemoveAccount(id, onClose);
  const [deregister, setDeregister] = useState(!isImported);
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirm="Remove"
      pending={remove.isPending}
      onConfirm={() => remove.mutate(deregister)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          What you bought stays yours at Audible; nothing is deleted there. Titles that are here only because of this
          account leave the list. What it was signed in with is forgotten.
        </Text>
        <Checkbox
          label="Also deregister the device at Amazon"
          description={isImported ? SHARED_DEVICE : OWN_DEVICE}
          checked={deregister}
          onChange={({ currentTarget: { checked } }) => setDeregister(checked)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
