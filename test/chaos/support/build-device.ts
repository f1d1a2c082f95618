import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the thread that holds a device, once: twenty threads then start in the time of a few. @returns its file */
export async function buildDeviceThread(): Promise<string> {
  const outDir = 'dist/chaos';
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: {
      outDir,
      target: 'node20',
      ssr: 'test/chaos/support/device-thread.ts',
      rolldownOptions: { output: { entryFileNames: 'device-thread.mjs', codeSplitting: false } },
    },
  });
  return join(process.cwd(), outDir, 'device-thread.mjs');
}
