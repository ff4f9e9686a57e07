import { Button, Group, Loader, Text } from '@mantine/core';
import type { AudibleAccount, AudibleDiscovery } from '@octavo/contracts';
import { useEffect } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Row, Rows } from '../../ui/rows.js';
import { useAddStore, useDiscover } from './audible-changes.js';
import { inOrderOfInterest, offerWords } from './discovery-words.js';
import { countryName } from './marketplaces.js';

interface MarketplacesDialogProps {
  account: AudibleAccount;
  onClose: () => void;
}

/** Asks every marketplace what the account has there, and adds those that are wanted. */
export function MarketplacesDialog({ account, onClose }: MarketplacesDialogProps) {
  const { mutate, data, error, isPending } = useDiscover(account.id);
  useEffect(() => mutate(), [mutate]);
  return (
    <Dialog onClose={onClose} title={`What ${account.name} has elsewhere`}>
      <Text size="sm" c="dimmed" mb="sm">
        The same sign-in may have bought at several marketplaces. Each has a library of its own.
      </Text>
      <div role="status">
        {isPending && (
          <Group gap="sm">
            <Loader size={18} />
            <Text size="sm">Asking one marketplace after the other… That may take half a minute.</Text>
          </Group>
        )}
      </div>
      {error && <ProblemNotice error={error} retry={() => mutate()} />}
      {data && (
        <Rows nothing="No marketplace answered.">
          {inOrderOfInterest(data.found).map((offer) => (
            <Offer key={offer.country} account={account} offer={offer} />
          ))}
        </Rows>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Dialog>
  );
}

interface OfferProps {
  account: AudibleAccount;
  offer: AudibleDiscovery['found'][number];
}

function Offer({ account: { id, stores }, offer }: OfferProps) {
  const { country, error, total } = offer;
  const add = useAddStore(id);
  const name = countryName(country);
  const isHere = add.isSuccess || stores.some((store) => store.country === country);
  const action = !isHere && error === null && total !== 0 && (
    <Button
      size="xs"
      variant="light"
      aria-label={`Add ${name}`}
      loading={add.isPending}
      onClick={() => add.mutate({ marketplace: country })}
    >
      Add
    </Button>
  );
  return <Row name={name} detail={offerWords(offer, isHere)} action={action} />;
}
