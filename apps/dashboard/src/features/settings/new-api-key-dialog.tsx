import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { NewApiKey } from '@octavo/contracts';
import { CopyLines } from '../../ui/copy-lines.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useIssueApiKey } from './api-keys.queries.js';

/** Asks what the key is for, then shows it, once. */
export function NewApiKeyDialog({ onClose }: { onClose: () => void }) {
  const issue = useIssueApiKey();
  const issued = issue.data;
  return (
    <Dialog
      onClose={onClose}
      title={issued ? `The key “${issued.name}”` : 'New API key'}
      closeOnClickOutside={!issued}
      closeOnEscape={!issued}
      withCloseButton={!issued}
    >
      {issued ? <ShownOnce secret={issued.key} onDone={onClose} /> : <NameForm issue={issue} onClose={onClose} />}
    </Dialog>
  );
}

function NameForm({ issue, onClose }: { issue: ReturnType<typeof useIssueApiKey>; onClose: () => void }) {
  const { onSubmit, field, general } = useContractForm(NewApiKey, issue);
  return (
    <DialogForm
      onSubmit={onSubmit}
      onCancel={onClose}
      problem={general}
      submit="Make the key"
      isPending={issue.isPending}
    >
      <TextInput {...field('name')} label="Name" description="What will use it." data-autofocus />
    </DialogForm>
  );
}

function ShownOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Stack>
      <Text size="sm">Copy it now: it is not shown again. It is sent as “Authorization: Bearer …”.</Text>
      <CopyLines lines={secret} testId="api-key" />
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}
