import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';

interface WhenLoadedProps<Data> {
  /** A query of TanStack Query, as far as it matters here. */
  query: { data: Data | undefined; error: Error | null; refetch: () => Promise<unknown> };
  waiting?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** What is known, even if it is a little old; else why it is not; else that it is on its way. */
export function WhenLoaded<Data>({ query, waiting = <ThreeRows />, children }: WhenLoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  return <div aria-busy="true">{waiting}</div>;
}

function ThreeRows() {
  return (
    <Stack gap="sm">
      <Skeleton height={72} />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </Stack>
  );
}
