import { readFileSync } from 'node:fs';
import { VERSION } from './version.js';

it('says the version package.json has', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
});
