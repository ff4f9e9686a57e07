// npm run bench -- works [--tuning] [--all]: how well ebooks and audiobooks of one text are tied, on labelled pairs: precision
// and recall of 'same' on the part for tuning, the part held out and the whole, what is wrong by name, and the speed.
// --tuning names faults of the part for tuning only; --all also names the questions that are asked in vain.
import { parseArgs } from 'node:util';
import { matchWork } from '../src/index.js';
import { isHeldOut } from './works/held-out.js';
import { PAIRS } from './works/pairs/index.js';
import { type Quality, qualityOf } from './works/quality.js';

/** Each pair so many times; the first tenth warms up. */
const TIMES = 50;
const { values } = parseArgs({ options: { tuning: { type: 'boolean' }, all: { type: 'boolean' } } });
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);

function report(name: string, quality: Quality): void {
  const { pairs, precision, recall, asked, relatedAsked, askedInVain } = quality;
  print(`\n${name}: ${pairs} pairs`);
  print(`  same: precision ${percent(precision)}, recall of the certain ${percent(recall)}`);
  print(`  ask a person: ${percent(asked)} asked or tied; related: ${percent(relatedAsked)} asked`);
  print(`  different: ${percent(askedInVain)} asked in vain`);
}

function name(faults: Quality['faults']): void {
  const shown = values.all ? faults : faults.filter(({ fault }) => fault !== 'asked in vain');
  for (const { id, fault, reasons } of shown) print(`  ${fault}: ${id} (${reasons.join('; ')})`);
}

function speed(): void {
  let started = performance.now();
  for (let round = 0; round < TIMES; round++) {
    if (round === TIMES / 10) started = performance.now();
    for (const { books } of PAIRS) matchWork(...books);
  }
  const seconds = (performance.now() - started) / 1000;
  print(`\n${Math.round((PAIRS.length * TIMES * 0.9) / seconds)} comparisons a second`);
  print(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

const tuning = qualityOf(PAIRS.filter((pair) => !isHeldOut(pair)));
const whole = qualityOf(PAIRS);
report('for tuning', tuning);
if (values.tuning) name(tuning.faults);
report('held out', qualityOf(PAIRS.filter(isHeldOut)));
report('all', whole);
if (!values.tuning) name(whole.faults);
speed();
