import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MigrationAdapters } from './engine-adapter.js';
import { MigrationFailed } from './migration-failed.js';

/** No table and no enum is kept from the engine's sight. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

const PACKAGE = '@prisma/schema-engine-wasm';

/** What wasm-bindgen generates beside the module: the engine's classes, and the two ends to plug the module in. */
interface Glue {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: unknown): void;
}

/** The one WebAssembly function needed here; its types come with the browser's, which a server does without. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<Glue> | undefined;

/**
 * Lends Prisma's schema engine, as WebAssembly, to `work`. It compares schemas and writes migrations; only authors need
 * it, so its package is not part of a production install. `schema` may be left out where a command needs none.
 */
export async function withEngine<T>(
  databaseUrl: string,
  schema: SchemasContainer | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadGlue();
  const { SchemaEngine: Engine } = await loading;
  const datamodels = schema?.files.map(({ path, content }): [string, string] => [path, content]);
  const adapters = new MigrationAdapters(databaseUrl);
  try {
    const engine = await Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapters));
    return await work(engine).finally(() => engine.free());
  } catch (error) {
    throw new MigrationFailed(explain(error), { cause: error });
  } finally {
    await adapters.close();
  }
}

/** What the engine says of a failure comes with its own stack, which tells an author nothing. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = error.message
    .split('\n')
    .filter((line) => !/^ +(\d+:|at) |^Error:|^external connector error/.test(line));
  const words = lines.map((line) => line.trim()).join(' ');
  return `The schema engine says: ${words.trim()}`;
}

/** The engine hands its panic's message to this object before it stops. */
function listenForPanic(): void {
  const hear = (message: string) => {
    throw new MigrationFailed(`The schema engine panicked: ${message}`);
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: hear } });
}

/** Instantiated by hand, because importing a .wasm file works neither under Jest nor without a warning from Node. */
async function loadGlue(): Promise<Glue> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Glue;
  listenForPanic();
  const folder = dirname(createRequire(import.meta.url).resolve(PACKAGE));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}
