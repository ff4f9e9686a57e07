import { Button, Group } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { copyText } from './copy-text.js';
import classes from './copy-lines.module.css';

const WORDS = { ready: 'Copy', copied: 'Copied', selected: 'Selected: press Ctrl+C' };

/** Lines to be taken over exactly, with a button that copies them. */
export function CopyLines({ lines, testId }: { lines: string; testId?: string }) {
  const text = useRef<HTMLPreElement>(null);
  const [state, setState] = useState<keyof typeof WORDS>('ready');
  const { start } = useTimeout(() => setState('ready'), 4_000);
  const copy = async () => {
    if (!text.current) return;
    setState((await copyText(lines, text.current)) ? 'copied' : 'selected');
    start();
  };
  return (
    <div className={classes.box}>
      <pre ref={text} className={classes.lines} data-testid={testId} tabIndex={0}>
        {lines}
      </pre>
      <Group justify="flex-end" p="xs" pt={0}>
        <Button
          size="xs"
          variant="light"
          leftSection={state === 'copied' ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void copy()}
        >
          {WORDS[state]}
        </Button>
      </Group>
    </div>
  );
}
