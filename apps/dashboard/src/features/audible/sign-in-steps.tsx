import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type AudibleAccount, AudibleLanding, type AudibleSignIn } from '@octavo/contracts';
import { IconExternalLink } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { z } from 'zod';
import { problemOf } from '../../api.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useNow } from '../../ui/use-now.js';
import { pageAddress } from '../finds/find-words.js';
import classes from './sign-in-steps.module.css';
import { isSignInLost, landingComplaint, timeLeftWords } from './sign-in-words.js';
import { useEndSignIn } from './sign-in.js';

const Form: z.ZodType<AudibleLanding> = z.object({
  redirectUrl: z
    .string()
    .trim()
    .min(1, 'Paste the address of the last page here')
    .pipe(AudibleLanding.shape.redirectUrl),
});
const EVERY_MS = 5_000;

interface SignInStepsProps {
  signIn: AudibleSignIn;
  onDone: (account: AudibleAccount) => void;
  /** Begins from the start. */
  onAgain: () => void;
}

/** The three steps of signing in: in another tab, to a page that is not found, and back with its address. */
export function SignInSteps({ signIn: { loginId, url, expiresAt }, onDone, onAgain }: SignInStepsProps) {
  const end = useEndSignIn(loginId, onDone);
  const first = useRef<HTMLAnchorElement>(null);
  // The button that led here is gone, and with it the focus.
  useEffect(() => first.current?.focus(), []);
  const { onSubmit, field, general } = useContractForm(Form, end);
  const left = timeLeftWords(expiresAt, useNow(EVERY_MS));
  const problem = end.error ? problemOf(end.error) : undefined;
  const complaint = field('redirectUrl').error ?? landingComplaint(problem);
  if (left === undefined || isSignInLost(problem)) return <Over onAgain={onAgain} />;
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <ol className={classes.steps}>
          <Step>
            <Text size="sm">
              Sign in on Amazon’s own page. It may ask for the password twice, and for a picture puzzle or a code.
              Octavo does not see what you type there.
            </Text>
            <Button
              component="a"
              href={pageAddress(url)}
              target="_blank"
              rel="noopener noreferrer"
              variant="light"
              rightSection={<IconExternalLink size={16} aria-hidden="true" />}
              ref={first}
            >
              Open the sign-in page
            </Button>
          </Step>
          <Step>
            <Text size="sm">
              <strong>The last page says that it was not found. That is right.</strong> Only its address is needed: copy
              all of it, from the address bar of that tab.
            </Text>
          </Step>
          <Step>
            <Textarea
              name="redirectUrl"
              error={complaint}
              className={classes.field}
              label="The whole address of that page"
              description="It is long, and contains “maplanding”."
              classNames={{ error: 'unbroken' }}
              rows={3}
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
            />
          </Step>
        </ol>
        {complaint === undefined && <FormProblem problem={general} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" className="number" data-testid="time-left">
            {left}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onAgain}>
              Begin again
            </Button>
            <Button type="submit" loading={end.isPending}>
              Finish
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Step({ children }: { children: ReactNode }) {
  return (
    <li className={classes.step}>
      <div className={classes.body}>{children}</div>
    </li>
  );
}

function Over({ onAgain }: { onAgain: () => void }) {
  return (
    <Alert color="orange" role="alert" title="This sign-in is over" p="sm">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">A sign-in has a quarter of an hour, and its address works once. Nothing was connected.</Text>
        <Button size="xs" variant="default" onClick={onAgain} autoFocus>
          Begin again
        </Button>
      </Stack>
    </Alert>
  );
}
