import { defineConfig } from 'vite';

/** Electron's main process: one ES module; everything but Electron and Node is bundled, so the package needs no node_modules. */
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: 'src-main/main.ts',
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: 'hidden',
    rolldownOptions: {
      external: ['electron'],
      output: { entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
