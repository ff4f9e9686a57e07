import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { IconRefresh } from '@tabler/icons-react';
import classes from '../libraries/library-panel.module.css';
import { isUnderWay } from '../libraries/scan-words.js';
import { LookFirst } from './look-first.js';
import { useSync } from './server-changes.js';
import { ServerFacts } from './server-facts.js';
import { ServerMenu } from './server-menu.js';
import { ServerSync } from './server-sync.js';
import { ServerTrouble } from './server-trouble.js';
import { isOnlyLookedAt, signInWords, standingWords } from './server-words.js';

/** One connected server: where it is, what is in it, how its last sync went, and what can be done with it. */
export function ServerPanel({ server }: { server: WebdavConnection }) {
  const { id, name, baseUrl } = server;
  const { label, color } = standingWords(server);
  return (
    <li className="panel" data-testid="server" data-server-id={id}>
      <Stack gap="sm">
        <div className={classes.head}>
          <div className={classes.name}>
            <Title order={2} size="h4" className="unbroken">
              {name}{' '}
              <Badge
                component="span"
                variant="light"
                color={color}
                size="sm"
                tt="none"
                ff="text"
                data-testid="standing"
              >
                {label}
              </Badge>
            </Title>
          </div>
          <div className={classes.actions}>
            <SyncButton server={server} />
            <ServerMenu server={server} />
          </div>
        </div>
        <Text size="sm" c="dimmed" className={`unbroken ${classes.path}`}>
          {baseUrl}
          <br />
          {signInWords(server)}
        </Text>
        {isOnlyLookedAt(server) ? (
          <LookFirst server={server} />
        ) : (
          <>
            <ServerFacts server={server} />
            <ServerTrouble server={server} />
            <ServerSync server={server} />
          </>
        )}
      </Stack>
    </li>
  );
}

function SyncButton({ server: { id, name, state, paused, sync: last } }: { server: WebdavConnection }) {
  const sync = useSync(id);
  if (paused || state !== 'ACTIVE') return null;
  return (
    <Button
      variant="light"
      size="xs"
      leftSection={<IconRefresh size={16} />}
      aria-label={`Sync ${name} now`}
      disabled={last !== null && isUnderWay(last)}
      loading={sync.isPending}
      onClick={() => sync.mutate()}
    >
      Sync now
    </Button>
  );
}
