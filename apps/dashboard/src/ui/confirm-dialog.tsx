import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.js';

interface ConfirmDialogProps {
  title: string;
  /** What is about to happen, in plain words. */
  children: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  pending: boolean;
  /** Nothing is lost by it: then its button does not warn. */
  harmless?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that reaches far or cannot be taken back. The safe answer has the focus. */
export function ConfirmDialog({ title, children, confirm, pending, harmless, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack>
        <Text size="sm" component="div">
          {children}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color={harmless ? undefined : 'red.9'} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
