import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AudibleAccount } from '@octavo/contracts';
import { IconPlugX } from '@tabler/icons-react';
import { signInNeedOf } from './account-words.js';
import { SignInAgainDialog } from './sign-in-again-dialog.js';

/** That somebody has to sign in to an account again, and the way to; nothing while all is well. */
export function AccountTrouble({ account }: { account: AudibleAccount }) {
  const [signingIn, signIn] = useDisclosure(false);
  const need = signInNeedOf(account);
  if (!need) return null;
  return (
    <Alert
      color="orange"
      icon={<IconPlugX />}
      title={<span className="unbroken">{need.title}</span>}
      p="sm"
      data-testid="sign-in-needed"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm" className="unbroken">
          {need.detail}
        </Text>
        <Button size="xs" variant="default" onClick={signIn.open}>
          Sign in again
        </Button>
      </Stack>
      {signingIn && <SignInAgainDialog account={account} onClose={signIn.close} />}
    </Alert>
  );
}
