import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type PlainProps = Omit<AnchorProps, 'style'> & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

/** A link within the dashboard, in running text: addresses are checked against the routes. */
export const TextLink = createLink((props: PlainProps) => <Anchor {...props} />);
