import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/testing/**/*.ts', '**/test/**/*.ts'];

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are stated and read once, in libs/platform/src/config.ts.',
};
const noEmptyCatch = {
  selector: 'CatchClause > BlockStatement[body.length=0]',
  message: 'An error is handled, mapped or let through.',
};

export default tseslint.config(
  { ignores: ['dist/**', '**/generated/**', 'node_modules/**', 'data/**', 'books/**'] },
  js.configs.recommended,
  { languageOptions: { globals: globals.node } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off', // would erase the classes Nest injects by
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      'max-lines': ['error', { max: 250 }],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      'no-restricted-syntax': ['error', noEnvironment, noEmptyCatch],
    },
  },
  {
    files: ['apps/dashboard/**/*.ts', 'apps/dashboard/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: TESTS,
    languageOptions: { globals: globals.jest },
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-restricted-syntax': ['error', noEmptyCatch],
      'max-lines': 'off',
    },
  },
  {
    files: ['libs/platform/src/config.ts', 'libs/database/src/migrate/cli.ts', 'prisma/*.ts', '**/bench/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEmptyCatch] },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  prettier,
);
