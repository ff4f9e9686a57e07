import { Text } from '@mantine/core';
import type { Finding } from '@octavo/contracts';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import classes from './finding-list.module.css';
import { findingWord, worstFirst } from './finding-words.js';

const SIGNS = { good: IconCircleCheck, warning: IconAlertTriangle, bad: IconCircleX, unknown: IconHelpCircle };

/** Findings with a sign and a word for each; the worst first. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ul className={`panel ${classes.list}`}>
      {worstFirst(findings).map((finding) => (
        <FindingRow key={finding.check} finding={finding} />
      ))}
    </ul>
  );
}

function FindingRow({ finding: { state, title, detail, advice } }: { finding: Finding }) {
  const Sign = SIGNS[state];
  return (
    <li className={classes.finding} data-state={state} data-testid="finding">
      <Sign size={22} stroke={1.7} className={classes.sign} aria-hidden="true" />
      <div className={classes.words}>
        <div className={classes.head}>
          <Text fw={550}>{title}</Text>
          <Text size="sm" c={state === 'good' ? 'dimmed' : undefined}>
            {findingWord(state)}
          </Text>
        </div>
        <Text size="sm" c="dimmed" className="unbroken">
          {detail}
        </Text>
        {advice !== null && (
          <Text size="sm" mt={4} className="unbroken">
            {advice}
          </Text>
        )}
      </div>
    </li>
  );
}
