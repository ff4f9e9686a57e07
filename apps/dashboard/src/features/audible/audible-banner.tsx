import type { AudibleAccount } from '@octavo/contracts';
import { IconPlugX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { TextLink } from '../../ui/text-link.js';
import { needWords } from './account-words.js';
import classes from './audible-banner.module.css';
import { accountsQuery } from './audible.queries.js';

/** At the top of every page: accounts that have to be signed in again. Their own page says more itself. */
export function AudibleBanner() {
  const accounts = useQuery(accountsQuery).data?.items ?? [];
  const isThere = useLocation({ select: ({ pathname }) => pathname === '/audible' });
  const shutOut = isThere ? [] : accounts.filter(needsSignIn);
  return shutOut.map((account) => (
    <div key={account.id} className={classes.banner} data-testid="audible-banner">
      <IconPlugX size={18} aria-hidden="true" />
      <span className="unbroken">
        {needWords(account)}{' '}
        <TextLink to="/audible" search={{ signIn: account.id }} inherit>
          Sign in again
        </TextLink>
      </span>
    </div>
  ));
}

const needsSignIn = ({ state }: AudibleAccount) => state === 'REAUTH_REQUIRED' || state === 'UNREADABLE';
