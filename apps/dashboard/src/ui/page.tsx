import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** Shown at the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One page of the dashboard: its name in the tab and as heading, then its contents. */
export function Page({ title, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Octavo`);
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <Group justify="space-between" mih={36}>
        <Title order={1} size="h2" className="unbroken">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
