import { Button, CloseButton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { counted } from '../libraries/library-words.js';
import { countOf, EVERYTHING, NOTHING_SELECTED, type Selection, type Target } from './selection.js';
import classes from './selection-bar.module.css';

// A form with all it needs is only loaded for who wants it.
const BulkDialog = lazy(() => import('./bulk-dialog.js').then((module) => ({ default: module.BulkDialog })));

interface SelectionBarProps {
  selection: Selection;
  target: Target;
  /** How many books the search shows. */
  total: number;
  onSelect: (selection: Selection) => void;
  onLeave: () => void;
}

/** What is selected, and what can be done with it. */
export function SelectionBar({ selection, target, total, onSelect, onLeave }: SelectionBarProps) {
  const [editing, edit] = useDisclosure(false);
  const count = countOf(selection, total);
  return (
    <div className={classes.bar} data-testid="selection" data-lower-corner role="group" aria-label="Selected books">
      <Text size="sm" fw={550} role="status" className={`number ${classes.count}`}>
        {selection.everything ? `All ${counted(count, 'book')} selected` : `${counted(count, 'book')} selected`}
      </Text>
      {selection.everything ? (
        <Button size="xs" variant="subtle" onClick={() => onSelect(NOTHING_SELECTED)}>
          Choose single ones
        </Button>
      ) : (
        <Button size="xs" variant="subtle" onClick={() => onSelect(EVERYTHING)}>
          All {total.toLocaleString('en-GB')}
        </Button>
      )}
      <Button size="xs" leftSection={<IconPencil size={16} />} disabled={count === 0} onClick={edit.open}>
        Edit together
      </Button>
      <CloseButton aria-label="Stop selecting" onClick={onLeave} />
      {editing && (
        <Suspense>
          <BulkDialog target={target} count={count} onClose={edit.close} onDone={onLeave} />
        </Suspense>
      )}
    </div>
  );
}
