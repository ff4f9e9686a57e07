import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface NothingHereProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
}

/** An empty list, said kindly, with what to do about it. */
export function NothingHere({ icon, title, children }: NothingHereProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" maw={560} mx="auto" ta="center">
      <Text component="span" c="dimmed" lh={1} aria-hidden="true">
        {icon}
      </Text>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
