import { SETTINGS } from './config.js';

interface Described {
  name: string;
  fallback: string;
  meaning: string;
}

function described(): Described[] {
  return Object.entries(SETTINGS).map(([name, setting]) => ({
    name: 'secret' in setting ? `${name}, ${name}_FILE` : name,
    fallback: ('default' in setting && setting.default) || '',
    meaning: setting.meaning,
  }));
}

/** The settings as README's table. */
export function settingsTable(): string {
  const rows = described().map(({ name, fallback, meaning }) => {
    const names = name.split(', ').map((part) => `\`${part}\``);
    return `| ${names.join(', ')} | ${fallback && `\`${fallback}\``} | ${meaning} |`;
  });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The settings as .env.example: every one named, none set. */
export function settingsExample(): string {
  const parts = described().map(
    ({ name, fallback, meaning }) => `# ${meaning}\n# ${name.split(', ')[0]}=${fallback}\n`,
  );
  return parts.join('\n');
}
