import { Alert, Code, Stack, Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { IconFolderOff, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asSentence } from '../../ui/as-sentence.js';
import { TextLink } from '../../ui/text-link.js';
import { useIsAdmin } from '../session/session.queries.js';
import { librariesQuery } from './libraries.queries.js';

/** What is wrong with the folders, and what waits for a word of the administrator; nothing while all is well. */
export function LibraryProblems() {
  const isAdmin = useIsAdmin();
  const libraries = useQuery(librariesQuery).data?.items ?? [];
  return (
    <>
      {libraries.map((library) => library.problem && <Unreadable key={library.id} library={library} />)}
      {isAdmin &&
        libraries.map((library) => library.scan?.state === 'HELD' && <Held key={library.id} library={library} />)}
    </>
  );
}

function Unreadable({ library: { name, path, problem } }: { library: Library }) {
  return (
    <Alert color="orange" icon={<IconFolderOff />} title={`The folder of “${name}” cannot be read`}>
      <Stack gap={6}>
        <Text size="sm">{problem && asSentence(problem.detail)}</Text>
        <Text size="sm">
          Its books stay in the list and nothing is deleted. Once <Code className="unbroken">{path}</Code> can be read
          again, the next scan goes on from there.
        </Text>
      </Stack>
    </Alert>
  );
}

function Held({ library: { name, scan } }: { library: Library }) {
  return (
    <Alert color="orange" icon={<IconQuestionMark />} title={`“${name}” waits for a word from you`}>
      <Text size="sm">
        {scan?.heldBecause != null && asSentence(scan.heldBecause)} <TextLink to="/folders">Answer</TextLink>
      </Text>
    </Alert>
  );
}
