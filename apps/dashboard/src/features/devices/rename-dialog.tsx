import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type Device, NewDevice } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useRenameDevice } from './devices.queries.js';

/** Another name for a device, here only: the device itself does not show it. */
export function RenameDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const rename = useRenameDevice(device.id, onClose);
  const { onSubmit, field, general } = useContractForm(NewDevice, rename);
  return (
    <Dialog onClose={onClose} title={`Rename ${device.name}`}>
      <form onSubmit={onSubmit}>
        <Stack>
          <TextInput {...field('name')} label="Name" defaultValue={device.name} data-autofocus />
          <FormProblem problem={general} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={rename.isPending}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
