import { Button, Group, Stack } from '@mantine/core';
import type { Problem } from '@octavo/contracts';
import type { FormEventHandler, ReactNode } from 'react';
import { FormProblem } from './form-problem.js';

interface DialogFormProps {
  /** The fields. */
  children: ReactNode;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onCancel: () => void;
  /** What the server said about the form as a whole. */
  problem: Problem | undefined;
  /** The word on the button that sends it. */
  submit: string;
  isPending: boolean;
}

/** The form in a dialog: its fields, what is wrong with them together, and the two ways out. */
export function DialogForm({ children, onSubmit, onCancel, problem, submit, isPending }: DialogFormProps) {
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {children}
        <FormProblem problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
