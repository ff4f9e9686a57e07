import { List } from '@mantine/core';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { MOST_SCRAPED_A_DAY } from './health-words.js';

interface ScraperNoticeProps {
  /** What the provider is called. */
  name: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** What is done with a provider that has no door for programs, said before it is switched on. */
export function ScraperNotice({ name, onConfirm, onClose }: ScraperNoticeProps) {
  return (
    <ConfirmDialog
      title={`Ask ${name}?`}
      confirm="Switch it on"
      pending={false}
      harmless
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {name} has no door for programs. So its pages are read, which are made for people:
      <List size="sm" my="sm" spacing={4}>
        <List.Item>slowly, one at a time, and at most {MOST_SCRAPED_A_DAY} pages a day;</List.Item>
        <List.Item>the shop may not want it, and may refuse at any time: then it is left alone for a while;</List.Item>
        <List.Item>nothing is circumvented: no riddle is solved, no account is used.</List.Item>
      </List>
      It is asked from the address of your server. Whether its terms allow that is for you to judge.
    </ConfirmDialog>
  );
}
