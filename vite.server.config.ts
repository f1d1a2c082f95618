import { cpSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The central server and its command line: ES modules for Node 20; packages stay packages. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src-server/ghiseu.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'ghiseu.js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  plugins: [
    {
      name: 'copy-migrations',
      closeBundle: () => cpSync('src-server/db/migrations', 'dist/server/migrations', { recursive: true }),
    },
  ],
});
