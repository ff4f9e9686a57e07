import { ActionIcon, Badge, NativeSelect, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ProviderChoice, ProviderHealth } from '@octavo/contracts';
import type { Medium } from '@octavo/domain';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { providerWord } from '../books/provenance-words.js';
import { useIsAdmin } from '../session/session.queries.js';
import { withChoice, withMoved } from './change-order.js';
import { marketChoices } from './markets.js';
import classes from './provider-order.module.css';
import { useChangeMetadataSettings } from './provider-changes.js';
import { ScraperNotice } from './scraper-notice.js';
import { TakenFields } from './taken-fields.js';

interface ProviderRowProps {
  medium: Medium;
  choice: ProviderChoice;
  health: ProviderHealth | undefined;
  isFirst: boolean;
  isLast: boolean;
}

/** One provider in its place: whether it is asked, in which shop, and what is taken of it. */
export function ProviderRow(props: ProviderRowProps) {
  const { medium, choice, health } = props;
  const name = health?.name ?? providerWord(choice.id);
  const isOn = choice.on ?? health?.onFor.includes(medium) ?? false;
  return (
    <li className={classes.provider} data-testid="provider" data-provider={choice.id}>
      <Moves {...props} name={name} />
      <div className={classes.main}>
        <div className={classes.head}>
          <Text component="span" fw={550}>
            {name}{' '}
            {health?.scrapes && (
              <Badge component="span" variant="light" color="orange" size="sm" tt="none">
                reads pages made for people
              </Badge>
            )}
          </Text>
          <OnSwitch {...props} name={name} isOn={isOn} />
        </div>
        {isOn && <Details medium={medium} choice={choice} name={name} />}
      </div>
    </li>
  );
}

function OnSwitch({ medium, choice, health, name, isOn }: ProviderRowProps & { name: string; isOn: boolean }) {
  const isAdmin = useIsAdmin();
  const change = useChangeMetadataSettings();
  const [asking, question] = useDisclosure(false);
  const turn = (on: boolean) => change.mutate(withChoice(medium, choice.id, { on }));
  return (
    <>
      <Switch
        checked={isOn}
        disabled={!isAdmin}
        aria-label={`Ask ${name}`}
        onChange={() => (!isOn && health?.scrapes ? question.open() : turn(!isOn))}
      />
      {asking && (
        <ScraperNotice
          name={name}
          onConfirm={() => {
            turn(true);
            question.close();
          }}
          onClose={question.close}
        />
      )}
    </>
  );
}

function Moves({ medium, choice: { id }, isFirst, isLast, name }: ProviderRowProps & { name: string }) {
  const isAdmin = useIsAdmin();
  const change = useChangeMetadataSettings();
  const move = (by: -1 | 1) => change.mutate(withMoved(medium, id, by));
  return (
    <div className={classes.moves}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`Ask ${name} earlier`}
        disabled={!isAdmin || isFirst}
        onClick={() => move(-1)}
      >
        <IconChevronUp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`Ask ${name} later`}
        disabled={!isAdmin || isLast}
        onClick={() => move(1)}
      >
        <IconChevronDown size={18} />
      </ActionIcon>
    </div>
  );
}

function Details({ medium, choice, name }: Pick<ProviderRowProps, 'medium' | 'choice'> & { name: string }) {
  const isAdmin = useIsAdmin();
  const change = useChangeMetadataSettings();
  const shops = marketChoices(choice.id);
  return (
    <div className={classes.more}>
      {shops.length > 0 && (
        <NativeSelect
          size="xs"
          className={classes.market}
          aria-label={`Shop of ${name}`}
          data={shops}
          value={choice.market ?? ''}
          disabled={!isAdmin}
          onChange={({ currentTarget: { value } }) =>
            change.mutate(withChoice(medium, choice.id, { market: value === '' ? null : value }))
          }
        />
      )}
      <TakenFields
        name={name}
        fields={choice.fields}
        onChange={(fields) => change.mutate(withChoice(medium, choice.id, { fields }))}
      />
    </div>
  );
}
