import { Button, Group, Stack, Text } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { type SyntheticEvent, useState } from 'react';
import { problemOf } from '../../api.js';
import { Dialog } from '../../ui/dialog.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useChangeDevice } from './device-changes.js';
import { choiceOf, scopeOf } from './scope-choice.js';
import { ScopeFields } from './scope-fields.js';

interface ScopeDialogProps {
  device: Device;
  onClose: () => void;
}

/** Which books a device gets. */
export function ScopeDialog({ device, onClose }: ScopeDialogProps) {
  const [choice, setChoice] = useState(() => choiceOf(device.scope));
  const change = useChangeDevice(device.id, 'What it gets is changed', onClose);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ scope: scopeOf(choice) });
  };
  return (
    <Dialog onClose={onClose} title={`Books for ${device.name}`}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ScopeFields choice={choice} onChange={setChoice} />
          <Text size="sm" c="dimmed">
            Books that are no longer among these go from the device at its next sync, and come back when you choose them
            again. The files here stay, and so do your reading places.
          </Text>
          <FormProblem problem={change.error ? problemOf(change.error) : undefined} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
