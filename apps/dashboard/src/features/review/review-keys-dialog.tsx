import { Kbd } from '@mantine/core';
import { Dialog } from '../../ui/dialog.js';
import classes from './review-keys-dialog.module.css';
import { REVIEW_KEYS } from './review-keys.js';

/** The keys of the review page. */
export function ReviewKeys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} size="sm">
      <dl className={classes.keys}>
        {REVIEW_KEYS.map(({ keys, does }) => (
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
