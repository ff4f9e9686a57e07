import { CannotStart } from '@octavo/embedded';
import { parseArgs } from 'node:util';
import { runCommand, USAGE, type Command } from './cli-commands.js';
import { MigrationFailed } from './migration-failed.js';

const OPTIONS = {
  name: { type: 'string' },
  'create-only': { type: 'boolean' },
  'accept-data-loss': { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

function readCommand(): Command {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: OPTIONS });
  return {
    verb: positionals[0] ?? '',
    name: values.name ?? positionals[1],
    createOnly: values['create-only'] ?? false,
    acceptDataLoss: values['accept-data-loss'] ?? false,
    yes: values.yes ?? false,
  };
}

try {
  const { lines, exitCode } = await runCommand(readCommand(), process.env);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exit(exitCode); // the schema engine leaves a timer of a minute behind
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isReadable = isUsage || error instanceof CannotStart || error instanceof MigrationFailed;
  if (!isReadable) throw error;
  process.stderr.write(`${error.message}\n${isUsage ? `\n${USAGE}\n` : ''}`);
  process.exit(1);
}
