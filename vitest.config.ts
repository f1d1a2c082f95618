import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000, setupFiles: ['test/support/print-seed.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/{house,shared,src-main,src-renderer}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['test/{src-server,sync}/**/*.test.ts'],
          globalSetup: ['test/support/global-postgres.ts'],
        },
      },
    ],
  },
});
