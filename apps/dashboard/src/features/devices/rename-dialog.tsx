import { TextInput } from '@mantine/core';
import { type Device, NewDevice } from '@octavo/contracts';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useRenameDevice } from './devices.queries.js';

/** Another name for a device, here only: the device itself does not show it. */
export function RenameDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const rename = useRenameDevice(device.id, onClose);
  const { onSubmit, field, general } = useContractForm(NewDevice, rename);
  return (
    <Dialog onClose={onClose} title={`Rename ${device.name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Rename" isPending={rename.isPending}>
        <TextInput {...field('name')} label="Name" defaultValue={device.name} data-autofocus />
      </DialogForm>
    </Dialog>
  );
}
