import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Library, Scan } from '@octavo/contracts';
import { IconQuestionMark } from '@tabler/icons-react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { asSentence } from '../../ui/as-sentence.js';
import { useIsAdmin } from '../session/session.queries.js';
import { useConfirmRemoval, useScan } from './library-changes.js';
import { counted } from './library-words.js';

interface HeldRemovalProps {
  library: Library;
  scan: Scan;
}

/** So much is gone that a person must say whether it is meant: until then nothing is marked. */
export function HeldRemoval({ library, scan }: HeldRemovalProps) {
  const isAdmin = useIsAdmin();
  return (
    <Alert
      color="orange"
      icon={<IconQuestionMark />}
      title={`${counted(scan.gone, 'file')} cannot be found`}
      role="alert"
      data-testid="held"
    >
      <Stack gap="sm">
        <Text size="sm">
          {scan.heldBecause !== null && asSentence(scan.heldBecause)} Nothing is marked missing before somebody says
          that it is meant, and nothing is deleted in any case.
        </Text>
        {isAdmin && <Answers library={library} scan={scan} />}
      </Stack>
    </Alert>
  );
}

function Answers({ library: { id, name, paused }, scan: { gone } }: HeldRemovalProps) {
  const [asking, question] = useDisclosure(false);
  const confirm = useConfirmRemoval(id, question.close);
  const again = useScan();
  // What was answered is done once the server has the time for it.
  const answered = confirm.isSuccess || again.isSuccess;
  if (paused) return <Text size="sm">Resume the folder to answer.</Text>;
  return (
    <Group gap="xs">
      <Button size="xs" loading={again.isPending} disabled={answered} onClick={() => again.mutate([id])}>
        They are back: scan again
      </Button>
      <Button size="xs" variant="default" disabled={answered} onClick={question.open} data-testid="confirm-removal">
        They are gone: mark them missing
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Mark ${counted(gone, 'file')} of ${name} missing?`}
          confirm={`Mark ${gone.toLocaleString('en-GB')} missing`}
          pending={confirm.isPending}
          onConfirm={() => confirm.mutate()}
          onClose={question.close}
        >
          Their books stay in the list, marked missing, with everything known about them. They lose the mark by
          themselves when the files turn up again.
        </ConfirmDialog>
      )}
    </Group>
  );
}
