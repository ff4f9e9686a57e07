import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { useRef, useState } from 'react';
import { problemOf } from '../../api.js';
import { PasswordField } from '../../ui/password-field.js';
import classes from './access-fields.module.css';
import { adviceOf } from './server-faults.js';

interface AccessFieldsProps {
  /** A field's name and what is wrong with it. */
  field: (name: string) => { name: string; error: string | undefined };
  /** The last try to reach the server. */
  attempt: { error: Error | null; reset: () => void };
  /** How it is reached so far. */
  known?: Pick<WebdavConnection, 'baseUrl' | 'username'>;
}

const PLAIN = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;

/** Address, name and password of a server, with what the server itself suggests where they are of no use. */
export function AccessFields({ field, attempt, known }: AccessFieldsProps) {
  const [address, setAddress] = useState(known?.baseUrl ?? '');
  const input = useRef<HTMLInputElement>(null);
  const advice = adviceOf(attempt.error ? problemOf(attempt.error) : undefined);
  const take = (next: string) => {
    setAddress(next);
    // What was said was about another address.
    if (attempt.error) attempt.reset();
  };
  const { address: suggested } = advice;
  return (
    <>
      <Stack gap={6}>
        <TextInput
          {...field('baseUrl')}
          {...PLAIN}
          ref={input}
          label="Address"
          description="Of the folder your books lie in. On a Nextcloud: https://its.name/remote.php/dav/files/your-name/Books/"
          placeholder="https://"
          inputMode="url"
          classNames={{ description: 'unbroken', error: 'unbroken' }}
          value={address}
          onChange={({ currentTarget: { value } }) => take(value)}
          autoComplete="off"
          data-autofocus={known === undefined || undefined}
        />
        {suggested !== undefined && (
          <Button
            variant="light"
            size="compact-sm"
            classNames={{ root: classes.suggestion, label: classes.label }}
            onClick={() => {
              take(suggested);
              input.current?.focus();
            }}
          >
            Use {suggested}
          </Button>
        )}
        {advice.wait !== undefined && <Text size="sm">{advice.wait}</Text>}
      </Stack>
      <TextInput
        {...field('username')}
        {...PLAIN}
        label="User name"
        defaultValue={known?.username}
        autoComplete="off"
      />
      <PasswordField
        {...field('password')}
        label="Password"
        description={
          known === undefined
            ? 'Best an app password, made for Octavo alone. On a Nextcloud: Personal settings, Security.'
            : 'Left empty, it stays as it is.'
        }
        classNames={{ error: 'unbroken' }}
        autoComplete="new-password"
      />
    </>
  );
}
