import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { boundaries } from './tests/boundaries/boundaries.mjs';

/** What reads the environment does it once, and validates it. */
const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read and validated in @yiwang/platform/config and injected.',
};

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a thing has one name everywhere.',
};

const ENUM = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of strings; GraphQL enums are registered from an object.',
};

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.spec.ts', '**/*.e2e.ts', '**/e2e/**', 'tests/**', 'libs/testing/**'];

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '.nx/**', '**/*.graphql', 'apps/console/src/**/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', 'performance', 'AbortSignal'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' } },
  },
  {
    files: TYPESCRIPT,
    rules: {
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM, ENVIRONMENT],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Control characters in a pattern are meant here: texts from outside are searched for them.
      'no-control-regex': 'off',
    },
  },
  {
    files: [...TESTS, 'tools/**'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM], 'no-console': 'off' },
  },
  {
    files: ['libs/platform/src/config/**'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM] },
  },
  boundaries(import.meta.dirname),
];
