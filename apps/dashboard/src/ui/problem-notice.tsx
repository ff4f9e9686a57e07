import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../api.js';

interface ProblemNoticeProps {
  error: unknown;
  retry?: () => void;
}

/** What could not be shown, why, and a way to try again. */
export function ProblemNotice({ error, retry }: ProblemNoticeProps) {
  const { title, detail, status } = problemOf(error);
  // What is not there, or not for this account, will not be there at the next try either.
  const hopeless = status === 403 || status === 404;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={title} role="alert">
      <Stack gap="sm" align="flex-start">
        {detail !== title && <Text size="sm">{detail}</Text>}
        {retry && !hopeless && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
