import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { SignIn } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { FormProblem } from '../../ui/form-problem.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { Door } from './door.js';
import { setupQuery, useSignIn } from './session.queries.js';
import { useEnter } from './use-enter.js';

/** Signs in with e-mail address and password, or says that there is no account yet. */
export function SignInPage() {
  const { from } = useSearch({ from: '/sign-in' });
  const setup = useQuery(setupQuery);
  const signIn = useSignIn(useEnter(from));
  const { onSubmit, field, general } = useContractForm(SignIn, signIn);
  return (
    <Door title="Sign in">
      {setup.data?.open && <NoAccountYet />}
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <TextInput
            {...field('email')}
            data-testid="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            {...field('password')}
            data-testid="password"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <FormProblem problem={general} />
          <Button type="submit" data-testid="submit" loading={signIn.isPending} fullWidth>
            Sign in
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

function NoAccountYet() {
  return (
    <Alert title="There is no account yet" p="sm">
      Open the set-up link that the server printed when it started. It leads to a page that makes the first account.
    </Alert>
  );
}
