import { Checkbox, NativeSelect, Text } from '@mantine/core';
import type { AudibleAccount } from '@octavo/contracts';
import { useState } from 'react';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { countryName, knowsUsernames, marketplaceChoices, ownMarketplace } from './marketplaces.js';
import { signInForm } from './sign-in-form.js';
import type { useBeginSignIn } from './sign-in.js';

interface MarketplaceFormProps {
  begin: ReturnType<typeof useBeginSignIn>;
  /** The account that is signed in again; its marketplace is known. */
  account?: Pick<AudibleAccount, 'id' | 'country'>;
  onCancel: () => void;
}

/** Where somebody signs in: at which marketplace, and with what kind of account. */
export function MarketplaceForm({ begin, account, onCancel }: MarketplaceFormProps) {
  const own = account?.country ?? ownMarketplace(navigator.languages);
  const [country, setCountry] = useState<string>(own);
  const { onSubmit, field, general } = useContractForm(signInForm(account?.id), begin);
  return (
    <DialogForm onSubmit={onSubmit} onCancel={onCancel} problem={general} submit="Go on" isPending={begin.isPending}>
      {account ? (
        <Text size="sm">
          You sign in with the same account as before. Its marketplace: {countryName(account.country)}.
          <input type="hidden" name="marketplace" value={account.country} />
        </Text>
      ) : (
        <NativeSelect
          {...field('marketplace')}
          label="Marketplace"
          description="Where you buy your audiobooks. Others of the same account can be added afterwards."
          data={marketplaceChoices(own)}
          value={country}
          onChange={({ currentTarget: { value } }) => setCountry(value)}
          data-autofocus
        />
      )}
      {knowsUsernames(country) && (
        <Checkbox
          name="withUsername"
          label="An account from before Amazon"
          description="Only if you sign in to Audible with a user name that is no Amazon account."
        />
      )}
    </DialogForm>
  );
}
