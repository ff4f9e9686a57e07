import { Alert } from '@mantine/core';
import type { Problem } from '@octavo/contracts';

/** What the server said about a form as a whole. */
export function FormProblem({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  const detail = problem.detail === problem.title ? undefined : problem.detail;
  return (
    <Alert color="red" role="alert" title={problem.title} p="sm">
      {detail}
    </Alert>
  );
}
