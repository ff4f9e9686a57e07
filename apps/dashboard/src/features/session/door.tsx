import { Center, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.js';

/** The narrow page before the house: signing in and setting up. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(`${title} · Octavo`);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={380} gap="lg">
        <Group gap="sm" justify="center">
          <Logo size={40} />
          <Text ff="heading" fz={28} fw={600}>
            Octavo
          </Text>
        </Group>
        <div className="panel">
          <Stack gap="md" p="xs">
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </div>
      </Stack>
    </Center>
  );
}
