import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1, // each test starts a server, a PostgreSQL and browsers of its own
  timeout: 120_000,
  expect: { timeout: 20_000 }, // a machine may be busy with other things
  forbidOnly: true,
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'ro-RO',
    timezoneId: 'Europe/Bucharest',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    },
  },
});
