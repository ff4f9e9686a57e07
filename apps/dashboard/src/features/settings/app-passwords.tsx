import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AppPassword } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { appPasswordsQuery, useRemoveAppPassword } from './app-passwords.queries.js';
import { KeyAge } from './key-age.js';
import { NewAppPasswordDialog } from './new-app-password-dialog.js';

/** The passwords by which reading apps and file managers get at this account's books. */
export function AppPasswords() {
  const passwords = useQuery(appPasswordsQuery);
  const [adding, add] = useDisclosure(false);
  const actions = (
    <Button variant="light" onClick={add.open} style={{ flexShrink: 0 }}>
      New password
    </Button>
  );
  return (
    <Section
      title="App passwords"
      about="For reading apps and file managers that get your books over WebDAV. They open nothing else."
      actions={actions}
    >
      <WhenLoaded query={passwords}>
        {({ items }) => (
          <Rows nothing="There are none.">
            {items.map((password) => (
              <PasswordRow key={password.id} password={password} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
      {adding && <NewAppPasswordDialog onClose={add.close} />}
    </Section>
  );
}

function PasswordRow({ password }: { password: AppPassword }) {
  const { id, name } = password;
  const [asking, question] = useDisclosure(false);
  const remove = useRemoveAppPassword(id, question.close);
  const action = (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={`Remove the password ${name}`}
      onClick={question.open}
    >
      Remove
    </Button>
  );
  return (
    <>
      <Row name={name} detail={<KeyAge {...password} />} action={action} />
      {asking && (
        <ConfirmDialog
          title={`Remove the password “${name}”?`}
          confirm="Remove"
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={question.close}
        >
          The app that uses it is turned away from now on. Books it has already stay where they are.
        </ConfirmDialog>
      )}
    </>
  );
}
