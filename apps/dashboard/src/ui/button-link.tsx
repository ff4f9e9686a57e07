import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type PlainProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

/** A link within the dashboard that looks like a button: addresses are checked against the routes. */
export const ButtonLink = createLink((props: PlainProps) => <Button component="a" {...props} />);
