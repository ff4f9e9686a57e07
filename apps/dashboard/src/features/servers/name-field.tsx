import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface NameFieldProps {
  name: string;
  error: string | undefined;
  description?: ReactNode;
  defaultValue?: string;
}

const LONGEST = 80;

/** What a library on a server is called here. */
export function NameField(props: NameFieldProps) {
  return <TextInput {...props} label="Name" maxLength={LONGEST} autoComplete="off" />;
}
