// What the compiler doesn't see. Each restriction says its reason in the message a person gets.

import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const startsProcesses = {
  group: ['child_process', 'node:child_process'],
  message: 'Only packages/sandbox starts processes: one place to get limits, levels and killing right. Use what it exports.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/.turbo/**',
      '**/.cache/**',
      'exercises/*/**',
      'solutions/*/**',
      'packages/*/exercises/*/starter/**',
      'packages/*/exercises/*/wrong-answers/**',
      'packages/*/exercises/*/right-answers/**',
      'grader/tests/submissions/**',
      'grader/tests/mistakes/**',
      '**/tests/fixtures/**',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-imports': ['error', { patterns: [startsProcesses] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Attacks and escaping are about control characters: expressions that name them are the point.
      'no-control-regex': 'off',
      // The objects that are taken apart here (a check's context, express's routers) are made of closures, not of methods.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/sandbox/**/*.ts', 'packages/lesson-proof/src/find-flask.ts', '**/tests/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // What the site's pages run in the browser.
    files: ['packages/website/src/assets/**/*.js'],
    languageOptions: {
      globals: {
        atob: 'readonly',
        Blob: 'readonly',
        clearTimeout: 'readonly',
        DecompressionStream: 'readonly',
        document: 'readonly',
        EventSource: 'readonly',
        history: 'readonly',
        localStorage: 'readonly',
        location: 'readonly',
        matchMedia: 'readonly',
        navigator: 'readonly',
        setTimeout: 'readonly',
        TextDecoder: 'readonly',
        URL: 'readonly',
        window: 'readonly',
      },
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    rules: { 'no-control-regex': 'off' },
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setInterval: 'readonly',
      },
    },
  },
);
