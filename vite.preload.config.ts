import { defineConfig } from 'vite';

/** The preload: one CommonJS file, because a sandboxed preload knows neither ES modules nor a `require` of files. */
export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: 'src-main/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      external: ['electron'],
      output: { codeSplitting: false },
    },
  },
});
