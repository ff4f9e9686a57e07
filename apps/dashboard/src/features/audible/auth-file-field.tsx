import { Button, Text } from '@mantine/core';
import { useId, useRef } from 'react';
import { usePictureDrop } from '../editing/use-picture-drop.js';
import classes from './import-form.module.css';
import type { ChosenFile } from './use-auth-file.js';

interface AuthFileFieldProps {
  chosen: ChosenFile | undefined;
  /** What is wrong with the choice. */
  error: string | undefined;
  onChoose: (file: File) => void;
}

/** Takes the file of another program: dropped here, or chosen. */
export function AuthFileField({ chosen, error, onChoose }: AuthFileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const about = useId();
  const { isOver, target } = usePictureDrop(onChoose);
  return (
    <div>
      <div className={classes.drop} data-over={isOver} {...target}>
        <div className={classes.words} id={about}>
          <Text size="sm" fw={550} className="unbroken" role="status">
            {chosen?.name ?? 'Drop the file here'}
          </Text>
          <Text size="xs" c="dimmed">
            audible-cli: a file in its folder, such as audible.json. Libation: what “Export” gives. OpenAudible:
            credentials.json.
          </Text>
        </div>
        <Button variant="default" onClick={() => input.current?.click()} aria-describedby={about} data-autofocus>
          {chosen ? 'Choose another' : 'Choose a file'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="auth-file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onChoose(file);
            // The same file again is a choice again.
            currentTarget.value = '';
          }}
        />
      </div>
      {error !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" mt={6} role="alert" className="unbroken">
          {error}
        </Text>
      )}
    </div>
  );
}
