import { Alert, Code, Stack, Text } from '@mantine/core';
import { IconFolderOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { librariesQuery } from './libraries.queries.js';

/** Folders that could not be read, with the reason; nothing while all is well. */
export function LibraryProblems() {
  const troubled = useQuery(librariesQuery).data?.items.filter(({ problem }) => problem !== null) ?? [];
  return troubled.map(({ id, name, path, problem }) => (
    <Alert key={id} color="orange" icon={<IconFolderOff />} title={`The folder of “${name}” cannot be read`}>
      <Stack gap={6}>
        <Text size="sm">{problem?.detail}</Text>
        <Text size="sm">
          Its books stay in the list and nothing is deleted. Once <Code className="unbroken">{path}</Code> can be read
          again, the next scan goes on from there.
        </Text>
      </Stack>
    </Alert>
  ));
}
