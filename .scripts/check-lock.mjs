// A lock file without some platform's optional packages installs here and fails there ("Missing: ... from lock file").
// It happens when one is added to an existing tree; write it anew: rm -rf node_modules package-lock.json && npm i --package-lock-only
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
const faults = [];
for (const [path, { optionalDependencies = {}, resolved }] of Object.entries(packages)) {
  for (const name of Object.keys(optionalDependencies)) if (!present.has(name)) faults.push(`${path}: lacks ${name}`);
  if (resolved) faults.push(`${path}: names the registry it came from`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
