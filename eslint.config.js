import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// The size limits are the house style's (ARCHITECTURE.md): a file or function that outgrows them has a second idea in it.
export default tseslint.config(
  { ignores: ['node_modules', '**/dist', '.data', 'coverage', 'docs', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a thing has one name everywhere.' },
        {
          selector: 'CallExpression[callee.property.name=/^toLocale(Upper|Lower)Case$/]',
          message: 'Turkish case goes through text/turkish.ts: İ and ı make every other way wrong.',
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.test.ts', 'journeys/**', '**/*.config.ts', '**/*.config.js', 'bench/**'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }], 'no-restricted-syntax': 'off' },
  },
  { files: ['apps/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120 }] } },
  {
    files: ['text/**'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  // Runs in the browser; the compiler knows its globals (server/portal/browser/tsconfig.json).
  { files: ['server/portal/browser/**/*.js'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', URL: 'readonly', fetch: 'readonly' },
    },
  },
);
