import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AnyJob, type JobDefinition } from '../define-queue.js';
import { CATALOGUE, LEADS_TO } from './catalogue.js';

const queues = Object.values(CATALOGUE);
const jobs = queues.flatMap((queue) => Object.values(queue.jobs) as AnyJob[]) as JobDefinition[];

describe('the catalogue of jobs', () => {
  it('is wire format: a change of names or fields shows here', () => {
    const wire = jobs.map(({ queue, name, attempts, payload, result }) => ({
      job: `${queue}.${name}`,
      attempts,
      payload: z.toJSONSchema(payload, { io: 'input' }),
      result: z.toJSONSchema(result),
    }));
    expect(wire).toMatchSnapshot();
  });

  it('leads forward only: no job asks, over others, for itself', () => {
    const walk = (job: string, path: string[]): string[][] =>
      path.includes(job) ? [[...path, job]] : (LEADS_TO[job] ?? []).flatMap((next) => walk(next, [...path, job]));
    expect(Object.keys(LEADS_TO).sort()).toEqual(jobs.map(({ queue, name }) => `${queue}.${name}`).sort());
    expect(Object.keys(LEADS_TO).flatMap((job) => walk(job, []))).toEqual([]);
  });

  it('names the same apps as nest-cli.json, Compose, the folders and the standalone app', () => {
    const names = queues.map(({ name }) => name).sort();
    const { projects } = JSON.parse(readFileSync('nest-cli.json', 'utf8')) as { projects: Record<string, unknown> };
    const compose = readFileSync('docker-compose.yml', 'utf8');
    const standalone = readFileSync('apps/standalone/src/workers.module.ts', 'utf8');
    expect(
      Object.keys(projects)
        .filter((name) => !['gateway', 'standalone'].includes(name))
        .sort(),
    ).toEqual(names);
    for (const name of names) {
      expect(compose).toMatch(new RegExp(`^  ${name}:$`, 'm'));
      expect(standalone).toContain(`apps/${name}/`.replace('apps/', '../'));
      expect(existsSync(`apps/${name}/src/main.ts`)).toBe(true);
    }
  });

  it('gives each job a key that tells its requests apart', () => {
    const { importFile } = CATALOGUE.ingest.jobs;
    const key = (libraryId: string, path: string) => importFile.key({ libraryId, path, origin: 'scan' });
    expect(key('a', 'b')).toBe(importFile.key({ libraryId: 'a', path: 'b', origin: 'watch' }));
    expect(key('a', 'b')).not.toBe(key('a', 'c'));
  });
});
