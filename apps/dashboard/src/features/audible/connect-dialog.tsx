import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../ui/announce.js';
import { Dialog } from '../../ui/dialog.js';
import { importedWords } from './account-words.js';
import { ImportForm } from './import-form.js';
import { SignInFlow } from './sign-in-flow.js';

const WAYS = [
  { value: 'sign-in', label: 'Sign in' },
  { value: 'import', label: 'Import a file' },
];

/** The two ways to connect an account: signing in at Amazon, or a file of another program. Neither is lost by looking at the other. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState('sign-in');
  const onConnected = (account: { name: string; others?: readonly { name: string }[] }) => {
    announce(importedWords({ others: [], ...account }));
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Connect an Audible account" closeOnClickOutside={false}>
      <Stack>
        <SegmentedControl aria-label="How" fullWidth data={WAYS} value={way} onChange={setWay} />
        <div hidden={way !== 'sign-in'}>
          <SignInFlow onDone={onConnected} onCancel={onClose} />
        </div>
        <div hidden={way !== 'import'}>
          <ImportForm onDone={onConnected} onCancel={onClose} />
        </div>
      </Stack>
    </Dialog>
  );
}
