import { cpSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Packages of hundreds of small files: put in, and only as far as they are used, every command starts in half the time. */
const putIn = [
  '@faker-js/faker',
  '@fastify/error', // of the type provider
  'commander',
  'drizzle-orm',
  'fastify-type-provider-zod',
  'hash-wasm',
  'jose',
  'zod',
];

/** The central server and its command line: ES modules for Node 20; the other packages stay packages. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: putIn },
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
