import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';

/** A password to be typed. Mantine tells the eye alone what is wrong with one; this tells the ear too. */
export function PasswordField(props: PasswordInputProps) {
  const id = useId();
  const isWrong = Boolean(props.error);
  const about = [props.description !== undefined && `${id}-about`, isWrong && `${id}-error`].filter(Boolean);
  return (
    <PasswordInput
      {...props}
      aria-invalid={isWrong || undefined}
      aria-describedby={about.length === 0 ? undefined : about.join(' ')}
      descriptionProps={{ id: `${id}-about` }}
      errorProps={{ id: `${id}-error` }}
    />
  );
}
