// npm run settings: writes README's table of settings and .env.example from libs/platform/src/config.ts.
import '@swc-node/register/esm-register';
import { readFileSync, writeFileSync } from 'node:fs';

const { settingsExample, settingsTable } = await import('../libs/platform/src/describe-settings.ts');
const MARKED = /(<!-- settings: npm run settings -->\n)[^]*?(\n<!-- \/settings -->)/;
const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(MARKED, (_all, begin, end) => begin + settingsTable() + end),
);
writeFileSync('.env.example', settingsExample());
