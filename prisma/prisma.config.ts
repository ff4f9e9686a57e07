import { defineConfig } from 'prisma/config';

// Only `prisma generate` and editors read this; migrations are applied by libs/database/src/migrate.
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: 'postgresql://nobody@127.0.0.1:1/none' },
});
