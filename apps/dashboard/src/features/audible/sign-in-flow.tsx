import type { AudibleAccount } from '@octavo/contracts';
import { MarketplaceForm } from './marketplace-form.js';
import { SignInSteps } from './sign-in-steps.js';
import { useBeginSignIn } from './sign-in.js';

interface SignInFlowProps {
  /** The account that is signed in again; a new one where there is none. */
  account?: AudibleAccount;
  onDone: (account: AudibleAccount) => void;
  onCancel: () => void;
}

/** Signing in: first where, then the three steps in another tab of the browser. */
export function SignInFlow({ account, onDone, onCancel }: SignInFlowProps) {
  const begin = useBeginSignIn();
  if (begin.data)
    return <SignInSteps key={begin.data.loginId} signIn={begin.data} onDone={onDone} onAgain={begin.reset} />;
  return <MarketplaceForm begin={begin} onCancel={onCancel} {...(account && { account })} />;
}
