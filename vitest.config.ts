import { defineConfig } from 'vitest/config';

// Every storey but the browser one: the journeys are Playwright's (playwright.config.ts).
// Two workers, because the slow thing is the database server they share and not the tests.
export default defineConfig({
  test: {
    include: ['{server,text,ui,contract,scripts,bench}/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'journeys/**'],
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
