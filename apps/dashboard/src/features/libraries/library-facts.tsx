import { Alert, Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { IconFolderOff } from '@tabler/icons-react';
import { asSentence } from '../../ui/as-sentence.js';
import { Moment } from '../../ui/moment.js';
import { bookWords, watchRemark } from './library-words.js';

/** How much a folder holds, when it was last looked through, how it is watched, and what is wrong with it. */
export function LibraryFacts({ library }: { library: Library }) {
  const { lastScanAt, paused, problem, writeMetadata } = library;
  const remark = watchRemark(library);
  return (
    <>
      <Text size="sm" className="number">
        {bookWords(library)}
        <Text component="span" inherit c="dimmed">
          {' · '}
          {lastScanAt === null ? (
            'never scanned'
          ) : (
            <>
              scanned <Moment at={lastScanAt} />
            </>
          )}
        </Text>
      </Text>
      {paused && (
        <Text size="sm" c="dimmed">
          New and changed files are left alone until it is resumed.
        </Text>
      )}
      {writeMetadata && (
        <Text size="sm" c="dimmed">
          What is known of books is written into their files.
        </Text>
      )}
      {remark && (
        <Text size="sm" c={remark.troubled ? 'var(--mantine-color-orange-outline)' : 'dimmed'} className="unbroken">
          {remark.words}
        </Text>
      )}
      {problem && (
        <Alert color="orange" icon={<IconFolderOff />} title="The folder could not be read" p="sm">
          {asSentence(problem.detail)} Its books stay in the list, and nothing is deleted.
        </Alert>
      )}
    </>
  );
}
