import type { Device } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRevokeDevice } from './device-changes.js';

interface RevokeDialogProps {
  device: Device;
  onClose: () => void;
  /** After it was done. */
  onRevoked?: (() => void) | undefined;
}

/** Asks before a device loses its way in. */
export function RevokeDialog({ device, onClose, onRevoked }: RevokeDialogProps) {
  const revoke = useRevokeDevice(device.id, onRevoked ?? onClose);
  return (
    <ConfirmDialog
      title={`Revoke ${device.name}?`}
      confirm="Revoke"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      Its address stops working at once, and it can no longer sync or download. Books that are on it stay on it. To
      connect it again, pair it anew.
    </ConfirmDialog>
  );
}
