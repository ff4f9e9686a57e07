import { Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core';
import { fieldWords } from '../books/provenance-words.js';
import { ValueChange } from '../books/value-change.js';
import { valueWords } from '../books/value-words.js';
import { OfferedCover } from './offered-cover.js';
import { type Choice, everything, isTaken, kindOf, type Offer, withToggled } from './take-choice.js';
import classes from './take-table.module.css';

interface TakeTableProps {
  offers: readonly Offer[];
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

const KINDS = [
  { value: 'gaps', label: 'What is empty' },
  { value: 'chosen', label: 'Chosen' },
  { value: 'everything', label: 'Everything' },
];

/** What would be another if a find were taken, with what is to be taken of it. */
export function TakeTable({ offers, choice, onChoose }: TakeTableProps) {
  if (offers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        It says nothing that is not here already.
      </Text>
    );
  const chosen = offers.filter((offer) => isTaken(choice, offer)).map(({ field }) => field);
  const choose = (kind: string) =>
    onChoose(kind === 'gaps' ? 'gaps' : kind === 'everything' ? everything(offers) : new Set(chosen));
  return (
    <div>
      <SegmentedControl
        size="xs"
        aria-label="What is taken"
        data={KINDS}
        value={kindOf(choice, offers)}
        onChange={choose}
      />
      <ul className={`quiet-list ${classes.offers}`} data-testid="offers">
        {offers.map((offer) => (
          <li key={offer.field} className={classes.offer} data-field={offer.field}>
            <Checkbox
              size="sm"
              checked={isTaken(choice, offer)}
              disabled={offer.isLocked}
              onChange={() => onChoose(withToggled(choice, offers, offer.field))}
              label={offer.isLocked ? `${fieldWords(offer.field)} (locked)` : fieldWords(offer.field)}
              className={classes.name}
            />
            <div className={classes.values}>
              <OfferedChange offer={offer} />
            </div>
          </li>
        ))}
      </ul>
      {choice !== 'gaps' && chosen.length > 0 && (
        <Group>
          <Button variant="subtle" size="compact-xs" onClick={() => onChoose(new Set())}>
            Choose none
          </Button>
        </Group>
      )}
    </div>
  );
}

function OfferedChange({ offer: { field, before, after } }: { offer: Offer }) {
  if (field === 'cover') return <OfferedCover before={before} after={after} />;
  return <ValueChange before={valueWords(field, before)} after={valueWords(field, after)} />;
}
