import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { User } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Moment } from '../../ui/moment.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { sessionQuery } from '../session/session.queries.js';
import { NewUserDialog } from './new-user-dialog.js';
import { useRemoveUser, usersQuery } from './users.queries.js';

/** The accounts of this server. */
export function Users() {
  const users = useQuery(usersQuery);
  const self = useQuery(sessionQuery).data?.user.id;
  const [adding, add] = useDisclosure(false);
  const actions = (
    <Button variant="light" onClick={add.open} style={{ flexShrink: 0 }}>
      New account
    </Button>
  );
  return (
    <Section title="Accounts" about="Administrators may change everything; readers their own things." actions={actions}>
      <WhenLoaded query={users}>
        {({ items }) => (
          <Rows>
            {items.map((user) => (
              <UserRow key={user.id} user={user} isSelf={user.id === self} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
      {adding && <NewUserDialog onClose={add.close} />}
    </Section>
  );
}

function UserRow({ user, isSelf }: { user: User; isSelf: boolean }) {
  const [asking, question] = useDisclosure(false);
  const remove = useRemoveUser(user.id, question.close);
  const name = user.name === '' ? user.email : user.name;
  const detail = (
    <>
      {user.email} · since <Moment at={user.createdAt} />
    </>
  );
  const action = isSelf ? undefined : (
    <Button variant="subtle" color="red" size="compact-sm" aria-label={`Remove ${name}`} onClick={question.open}>
      Remove
    </Button>
  );
  return (
    <>
      <Row name={<RoleBadge name={name} role={user.role} isSelf={isSelf} />} detail={detail} action={action} />
      {asking && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          confirm="Remove"
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={question.close}
        >
          The account goes with its devices and keys. No book is deleted.
        </ConfirmDialog>
      )}
    </>
  );
}

function RoleBadge({ name, role, isSelf }: { name: string; role: User['role']; isSelf: boolean }) {
  return (
    <>
      {name}
      {isSelf && ' (you)'}{' '}
      <Badge component="span" variant="light" color={role === 'admin' ? 'petrol' : 'gray'} size="sm">
        {role === 'admin' ? 'Administrator' : 'Reader'}
      </Badge>
    </>
  );
}
