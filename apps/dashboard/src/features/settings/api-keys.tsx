import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ApiKey } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { apiKeysQuery, useRevokeApiKey } from './api-keys.queries.js';
import { KeyAge } from './key-age.js';
import { NewApiKeyDialog } from './new-api-key-dialog.js';

/** The keys by which scripts act for this account. */
export function ApiKeys() {
  const keys = useQuery(apiKeysQuery);
  const [adding, add] = useDisclosure(false);
  const actions = (
    <Button variant="light" onClick={add.open} style={{ flexShrink: 0 }}>
      New key
    </Button>
  );
  return (
    <Section title="API keys" about="For scripts and other programs that act as you." actions={actions}>
      <WhenLoaded query={keys}>
        {({ items }) => (
          <Rows nothing="There are none.">
            {items.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
      {adding && <NewApiKeyDialog onClose={add.close} />}
    </Section>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { id, name } = apiKey;
  const [asking, question] = useDisclosure(false);
  const revoke = useRevokeApiKey(id, question.close);
  const action = (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={`Revoke the key ${name}`}
      onClick={question.open}
    >
      Revoke
    </Button>
  );
  return (
    <>
      <Row name={name} detail={<KeyAge {...apiKey} />} action={action} />
      {asking && (
        <ConfirmDialog
          title={`Revoke the key “${name}”?`}
          confirm="Revoke"
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate()}
          onClose={question.close}
        >
          Whatever uses it is turned away from now on.
        </ConfirmDialog>
      )}
    </>
  );
}
