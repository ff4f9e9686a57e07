import type { AudibleAccount } from '@octavo/contracts';
import { announce } from '../../ui/announce.js';
import { Dialog } from '../../ui/dialog.js';
import { SignInFlow } from './sign-in-flow.js';

interface SignInAgainDialogProps {
  account: AudibleAccount;
  onClose: () => void;
}

/** Has an account that is known here signed in once more. */
export function SignInAgainDialog({ account, onClose }: SignInAgainDialogProps) {
  const onDone = () => {
    announce(`“${account.name}” is signed in again`);
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`Sign in to ${account.name} again`} closeOnClickOutside={false}>
      <SignInFlow account={account} onDone={onDone} onCancel={onClose} />
    </Dialog>
  );
}
