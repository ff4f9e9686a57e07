import { TextInput } from '@mantine/core';
import { type Device, NewDevice } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useChangeDevice } from './device-changes.js';

const NewName = NewDevice.pick({ name: true });

/** Another name for a device, here only: the device itself does not show it. */
export function RenameDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const rename = useChangeDevice<{ name: string }>(device.id, 'Renamed', onClose);
  const { onSubmit, field, general } = useContractForm(NewName, rename);
  return (
    <Dialog onClose={onClose} title={`Rename ${device.name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Rename" isPending={rename.isPending}>
        <TextInput {...field('name')} label="Name" defaultValue={device.name} data-autofocus />
      </DialogForm>
    </Dialog>
  );
}
