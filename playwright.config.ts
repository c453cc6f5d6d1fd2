import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const asRoot = process.getuid?.() === 0;

// A journey starts its own server on its own database, so nothing is shared but the two cores: hence one worker.
export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  // Draws pictures into docs/screens; only when asked to.
  testIgnore: process.env.HEMSEHRI_SCREENS === '1' ? [] : '**/gallery.journey.ts',
  outputDir: 'test-results',
  globalSetup: './journeys/fresh-build.mjs',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Once more on a house of its own: two cores shared with whatever else runs can make a person of a journey wait too long.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    // Handing over a 20 MB file or a 100 kB text takes its time on a busy machine.
    actionTimeout: 30_000,
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
    // Pictures in a trace cost more than the journey itself.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // Chromium refuses its sandbox under root; small containers have a tiny /dev/shm.
      args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    },
  },
});
