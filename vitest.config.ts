import { defineConfig } from 'vitest/config';

const SECOND = 1000;

/** Names of suites that need a running PostgreSQL or Redis; they run apart, see `test:services`. */
const NEEDS_SERVICE = 'tests/**/*.service.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          testTimeout: 60 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{shared,server,client,conformance,golden}/**/*.test.{ts,tsx}'],
          exclude: [NEEDS_SERVICE],
          // One process a file: Colyseus keeps one match maker a process, and addons stay apart.
          pool: 'forks',
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: [NEEDS_SERVICE],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          // Two cores carry one server and one browser; two at once only make both slow.
          fileParallelism: false,
          testTimeout: 240 * SECOND,
          hookTimeout: 120 * SECOND,
        },
      },
    ],
  },
});
