import { Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Device } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
import { problemOf } from '../../api.js';
import { useChangeDevice } from './device-changes.js';

/** Whether a device's Kobo account is used beside this library. Asks first: the device must sign in anew afterwards. */
export function StoreSwitch({ device }: { device: Device }) {
  const [asking, question] = useDisclosure(false);
  return (
    <>
      <Switch
        checked={device.storeProxy}
        onChange={question.open}
        label="Use my Kobo account too"
        description="Books bought at Kobo appear beside the ones from here."
        aria-label={`Use my Kobo account too, on ${device.name}`}
      />
      {asking && <StoreQuestion device={device} onClose={question.close} />}
    </>
  );
}

function StoreQuestion({ device, onClose }: { device: Device; onClose: () => void }) {
  const on = !device.storeProxy;
  const change = useChangeDevice(device.id, on ? 'The Kobo account is used too' : 'Only this library is used', onClose);
  return (
    <ConfirmDialog
      title={on ? `Use your Kobo account on ${device.name}?` : `Stop using your Kobo account on ${device.name}?`}
      confirm={on ? 'Use it' : 'Stop using it'}
      pending={change.isPending}
      harmless
      onConfirm={() => change.mutate({ storeProxy: on })}
      onClose={onClose}
    >
      {on ? <WhatStarts /> : <WhatStops />}
      <Text size="sm" mt="sm">
        Afterwards <strong>sign out and in again on the Kobo</strong> (More › Settings › Accounts). Changing this later
        means the same again.
      </Text>
      <FormProblem problem={change.error ? problemOf(change.error) : undefined} />
    </ConfirmDialog>
  );
}

function WhatStarts() {
  return (
    <>
      <Text size="sm">Books you bought at Kobo appear on the device beside the ones from here.</Text>
      <Text size="sm" mt="sm">
        For that, the device’s sign-in and whatever it asks that is not about your own books leave this server for Kobo.
        Your books and your reading of them do not.
      </Text>
    </>
  );
}

function WhatStops() {
  return (
    <Text size="sm">
      Nothing leaves this server for Kobo any more. Books bought at Kobo are no longer synced through here; the ones
      from here stay as they are.
    </Text>
  );
}
