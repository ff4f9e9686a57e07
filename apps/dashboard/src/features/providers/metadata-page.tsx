import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BackLink } from '../../ui/back-link.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { useIsAdmin } from '../session/session.queries.js';
import { Asking } from './asking.js';
import { ProviderHealthSection } from './provider-health.js';
import { ProviderOrder } from './provider-order.js';
import { metadataSettingsQuery, providersQuery } from './providers.queries.js';
import { WhatIsTaken } from './what-is-taken.js';

/** Who is asked about books, what is taken of what they say, how they are and how far it is. */
export function MetadataPage() {
  const settings = useQuery(metadataSettingsQuery);
  const providers = useQuery(providersQuery);
  const isAdmin = useIsAdmin();
  return (
    <Page title="Metadata">
      <BackLink to="/settings">Settings</BackLink>
      {!isAdmin && (
        <Text size="sm" c="dimmed">
          An administrator can change what stands here.
        </Text>
      )}
      <Asking />
      <WhenLoaded query={settings}>
        {(known) => (
          <WhenLoaded query={providers}>
            {({ items }) => (
              <>
                <ProviderOrder medium="ebook" title="Who is asked about books" settings={known} providers={items} />
                <ProviderOrder
                  medium="audiobook"
                  title="Who is asked about audiobooks"
                  settings={known}
                  providers={items}
                />
                <WhatIsTaken settings={known} />
                <ProviderHealthSection providers={items} />
              </>
            )}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}
