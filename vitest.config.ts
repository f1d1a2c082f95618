import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000, setupFiles: ['test/support/print-seed.ts'] };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism() + 1, // what waits leaves room
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/{house,shared,src-main,src-renderer}/**/*.test.{ts,tsx}'],
          exclude: ['test/src-renderer/{screens,worker}/**'],
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'worker', // isolated: RxDB counts its open collections and knows its databases by name, whole processes through
          include: ['test/src-renderer/worker/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'screens',
          include: ['test/src-renderer/screens/**/*.test.{ts,tsx}'],
          isolate: false, // loading the component library takes longer than most files' tests; each test shows its own app
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          isolate: false, // the server is loaded once a process; each test file has its own database and server
          include: ['test/{src-server,sync}/**/*.test.ts'],
          globalSetup: ['test/support/built-server.ts', 'test/support/global-postgres.ts'],
        },
      },
    ],
  },
});
