import { Alert, Stack, Text } from '@mantine/core';
import type { Scan } from '@octavo/contracts';
import { IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asSentence } from '../../ui/as-sentence.js';
import { counted } from './library-words.js';

interface HeldRemovalProps {
  scan: Pick<Scan, 'gone' | 'heldBecause'>;
  /** What can be answered, for who may. */
  children?: ReactNode;
}

/** So much is gone that a person must say whether it is meant: until then nothing is marked. */
export function HeldRemoval({ scan: { gone, heldBecause }, children }: HeldRemovalProps) {
  return (
    <Alert
      color="orange"
      icon={<IconQuestionMark />}
      title={`${counted(gone, 'file')} cannot be found`}
      role="alert"
      data-testid="held"
    >
      <Stack gap="sm">
        <Text size="sm">
          {heldBecause !== null && asSentence(heldBecause)} Nothing is marked missing before somebody says that it is
          meant, and nothing is deleted in any case.
        </Text>
        {children}
      </Stack>
    </Alert>
  );
}
