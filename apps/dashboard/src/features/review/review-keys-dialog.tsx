import { Kbd } from '@mantine/core';
import { Dialog } from '../../ui/dialog.js';
import classes from './review-keys-dialog.module.css';
import type { KeyTold } from './review-keys.js';

interface ReviewKeysProps {
  keys: readonly KeyTold[];
  onClose: () => void;
}

/** The keys of a page on which one answers. */
export function ReviewKeys({ keys: told, onClose }: ReviewKeysProps) {
  return (
    <Dialog title="Keys" onClose={onClose} size="sm">
      <dl className={classes.keys}>
        {told.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
