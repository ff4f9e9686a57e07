import { Button, Code, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { NewAppPassword } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { CopyLines } from '../../ui/copy-lines.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { onlyReachesItself } from '../devices/kobo-settings.js';
import { sessionQuery } from '../session/session.queries.js';
import { useIssueAppPassword } from './app-passwords.queries.js';

/** Asks which app it is for, then shows what to type there, once. */
export function NewAppPasswordDialog({ onClose }: { onClose: () => void }) {
  const issue = useIssueAppPassword();
  const issued = issue.data;
  return (
    <Dialog
      onClose={onClose}
      title={issued ? `The password “${issued.name}”` : 'New app password'}
      closeOnClickOutside={!issued}
      closeOnEscape={!issued}
      withCloseButton={!issued}
    >
      {issued ? <ShownOnce secret={issued.password} onDone={onClose} /> : <NameForm issue={issue} onClose={onClose} />}
    </Dialog>
  );
}

function NameForm({ issue, onClose }: { issue: ReturnType<typeof useIssueAppPassword>; onClose: () => void }) {
  const { onSubmit, field, general } = useContractForm(NewAppPassword, issue);
  return (
    <DialogForm
      onSubmit={onSubmit}
      onCancel={onClose}
      problem={general}
      submit="Make the password"
      isPending={issue.isPending}
    >
      <TextInput {...field('name')} label="Name" description="Which app, on which device." data-autofocus />
    </DialogForm>
  );
}

function ShownOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const email = useQuery(sessionQuery).data?.user.email;
  return (
    <Stack>
      <Text size="sm">Copy it now: it is not shown again. Capitals and dashes do not matter when you type it.</Text>
      <CopyLines lines={secret} testId="app-password" />
      <List size="sm" spacing={4}>
        <List.Item>
          Address: <Code data-testid="app-address">{`${location.origin}/dav/`}</Code>
        </List.Item>
        <List.Item>
          User name: <Code>{email}</Code>
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        In KOReader: Cloud storage, add, WebDAV.
        {onlyReachesItself(location.origin) &&
          ` On another device, put the address of this machine in place of “${location.hostname}”.`}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}
