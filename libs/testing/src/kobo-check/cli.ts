import { koboCheck } from './command-line.js';

// whoever reads along may have seen enough
process.stdout.on('error', () => process.exit());
process.exitCode = await koboCheck(process.argv.slice(2), (line) => console.log(line));
