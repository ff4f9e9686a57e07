import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Setup } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { FormProblem } from '../../ui/form-problem.js';
import { TextLink } from '../../ui/text-link.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { Door } from './door.js';
import { setupQuery, useSetUp } from './session.queries.js';
import { useEnter } from './use-enter.js';

/** Makes the first administrator, with the token of the link printed at start; closed for good once there is one. */
export function SetupPage() {
  const { token } = useSearch({ from: '/setup' });
  const setup = useQuery(setupQuery);
  return (
    <Door title="Set up your library">
      <WhenLoaded query={setup}>
        {({ open }) => {
          if (!open) return <Closed />;
          return token ? <SetupForm token={token} /> : <NoToken />;
        }}
      </WhenLoaded>
    </Door>
  );
}

function SetupForm({ token }: { token: string }) {
  const setUp = useSetUp(useEnter());
  const { onSubmit, field, general } = useContractForm(Setup, setUp);
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          This makes the first account, which may change everything. More accounts can follow in the settings.
        </Text>
        <input type="hidden" name="token" value={token} />
        <TextInput {...field('name')} label="Your name" autoComplete="name" autoFocus />
        <TextInput
          {...field('email')}
          data-testid="email"
          label="E-mail address"
          description="You sign in with it; nothing is sent to it."
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          {...field('password')}
          data-testid="password"
          label="Password"
          description="At least 10 characters."
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <FormProblem problem={general} />
        <Button type="submit" data-testid="submit" loading={setUp.isPending} fullWidth>
          Create the account
        </Button>
      </Stack>
    </form>
  );
}

function Closed() {
  return (
    <Stack gap="sm">
      <Text size="sm">The first account exists already, so this link has done its work.</Text>
      <TextLink to="/sign-in" size="sm">
        Sign in
      </TextLink>
    </Stack>
  );
}

function NoToken() {
  return (
    <Text size="sm">
      This address lacks its token. Open the whole link that the server printed when it started, including everything
      after “token=”.
    </Text>
  );
}
