import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

const STAMP = inProject('dist/.built');

/** All that a build is made from. */
const SOURCES = [
  'apps',
  'libs',
  'prisma/schema',
  'prisma/prisma.config.ts',
  '.config/tsconfig.build.json',
  '.scripts/build.mjs',
  'nest-cli.json',
  'package-lock.json',
  'tsconfig.base.json',
];

const NO_SOURCE = /(^|\/)(generated|node_modules|test|testing|bench)$|\.(spec|int-spec|e2e-spec)\.tsx?$|\.md$/;

/** True when dist was built from the sources as they are now: the same names with the same content. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** The sources' fingerprint; to be taken before a build, so that an edit made meanwhile is not lost. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inProject(file)))
      .update('\0');
  return hash.digest('hex');
}

/** Notes that dist was built from sources of this fingerprint. */
export function noteBuilt(builtFrom) {
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(STAMP, builtFrom);
}

function filesIn(path) {
  if (!existsSync(inProject(path)) || NO_SOURCE.test(path)) return [];
  const entries = readEntries(path);
  return entries ? entries.sort().flatMap((name) => filesIn(join(path, name))) : [path];
}

function readEntries(path) {
  try {
    return readdirSync(inProject(path));
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
