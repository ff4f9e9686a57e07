// Names that say nothing attract everything. Files and classes are called by what they do.
import { readdirSync, readFileSync } from 'node:fs';

const EMPTY_WORDS = 'services?|managers?|helpers?|utils?|common|shared|misc';
const FILE = new RegExp(`(^|[/.-])(${EMPTY_WORDS})(\\.[a-z]+)*$`, 'i');
const FOLDER = new RegExp(`(^|/)(${EMPTY_WORDS})/`, 'i');
const DECLARED = new RegExp(
  `\\b(?:class|interface|type|enum|function)\\s+(\\w*(?:Service|Manager|Helper|Utils?|Common|Shared|Misc))\\b`,
  'g',
);

const files = ['apps', 'libs', '.scripts'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => `${top}/${path}`)
    .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !/\/(generated|node_modules)\//.test(path)),
);
const faults = [];
for (const file of files) {
  if (FILE.test(file) || FOLDER.test(file)) faults.push(`${file}: call it by what it does`);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(DECLARED))
    faults.push(`${file}: ${name}: call it by what it does`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
