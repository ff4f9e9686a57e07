import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const src = resolve(__dirname, '..');
const mantine = resolve(__dirname, '../../../../node_modules/@mantine/core');
const read = (path: string) => readFileSync(path, 'utf8');

const moduleOf = (name: string) => join(mantine, 'esm/components', name, `${name}.mjs`);

/** The components our own files import. */
function usedComponents(): string[] {
  const files = globSync('**/*.tsx', { cwd: src }).map((file) => read(join(src, file)));
  const lists = files.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  const names = lists.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) => existsSync(moduleOf(name)));
}

/** The class names that a module of Mantine and all it imports bring into the page. */
function classesOf(module: string, seen = new Set<string>()): string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const text = read(module);
  const own = module.endsWith('.module.mjs') ? [...text.matchAll(/\bm_[0-9a-f]+\b/g)].map(([name]) => name) : [];
  const imported = [...text.matchAll(/from "(\.[^"]+\.mjs)"/g)].map(([, path = '']) => join(dirname(module), path));
  return [...own, ...imported.flatMap((path) => classesOf(path, seen))];
}

describe('the styles that are loaded', () => {
  const sheets = readdirSync(join(mantine, 'styles'))
    .filter((file) => file.endsWith('.css') && !file.endsWith('.layer.css'))
    .map((file) => ({ file, text: read(join(mantine, 'styles', file)) }));
  const loaded = new Set(
    [...read(join(__dirname, 'mantine-styles.ts')).matchAll(/styles\/(\w+\.css)'/g)].map(([, file]) => file),
  );

  it.each(usedComponents())('hold those of %s and of what it is made of', (name) => {
    const classes = classesOf(moduleOf(name));
    const needed = sheets.filter(({ text }) => classes.some((className) => text.includes(`.${className}`)));
    expect(needed.map(({ file }) => file).filter((file) => !loaded.has(file))).toEqual([]);
  });
});
