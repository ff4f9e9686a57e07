import { Center } from '@mantine/core';
import { ProblemNotice } from '../ui/problem-notice.js';

/** A page that could not be loaded or drawn: most often its code went away with an update, which reloading mends. */
export function PageFailed({ error }: { error: unknown }) {
  return (
    <Center mih="40dvh" p="md">
      <ProblemNotice error={error} retry={() => window.location.reload()} />
    </Center>
  );
}
