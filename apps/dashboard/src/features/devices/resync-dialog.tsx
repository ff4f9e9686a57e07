import { Text } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { counted } from '../libraries/library-words.js';
import { useResync } from './device-changes.js';

/** Asks before a device is told of everything anew. */
export function ResyncDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const resync = useResync(device.id, onClose);
  return (
    <ConfirmDialog
      title={`Send everything to ${device.name} again?`}
      confirm="Send everything again"
      pending={resync.isPending}
      harmless
      onConfirm={() => resync.mutate()}
      onClose={onClose}
    >
      At its next sync the device is told of all {counted(device.granted, 'book')} again, as on its first day, and
      fetches again those it keeps on it. That helps when books are missing there that should have arrived. Books you
      keep from it stay away, and your reading places stay.
      <Text size="sm" mt="sm" c="dimmed">
        It can take a while, and a Kobo that fetches a book again may lose highlights that have not come here yet.
      </Text>
    </ConfirmDialog>
  );
}
