import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { counted } from './library-words.js';

/** One of the answers, and what became of it. */
interface Answer {
  give: () => void;
  isPending: boolean;
  isSuccess: boolean;
}

interface RemovalAnswersProps {
  /** What the library is called. */
  name: string;
  /** How many files cannot be found. */
  gone: number;
  /** The word for looking once more: "scan again". */
  lookAgain: string;
  again: Answer;
  confirm: Answer;
}

/** The two answers to a removal that is held: the files are back, or they are gone indeed. */
export function RemovalAnswers({ name, gone, lookAgain, again, confirm }: RemovalAnswersProps) {
  const [asking, question] = useDisclosure(false);
  // What was answered is done once the server has the time for it.
  const answered = confirm.isSuccess || again.isSuccess;
  return (
    <Group gap="xs">
      <Button size="xs" loading={again.isPending} disabled={answered} onClick={again.give}>
        They are back: {lookAgain}
      </Button>
      <Button size="xs" variant="default" disabled={answered} onClick={question.open} data-testid="confirm-removal">
        They are gone: mark them missing
      </Button>
      {asking && !confirm.isSuccess && (
        <ConfirmDialog
          title={`Mark ${counted(gone, 'file')} of ${name} missing?`}
          confirm={`Mark ${gone.toLocaleString('en-GB')} missing`}
          pending={confirm.isPending}
          onConfirm={confirm.give}
          onClose={question.close}
        >
          Their books stay in the list, marked missing, with everything known about them. They lose the mark by
          themselves when the files turn up again.
        </ConfirmDialog>
      )}
    </Group>
  );
}
