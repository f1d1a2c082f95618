import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens over fake data, to look at and to test: `npx vite --config vite.screens-preview.config.ts`. */
export default defineConfig({
  root: 'test/support/screens-preview',
  base: '/',
  plugins: [react()],
  build: { outDir: '../../../dist/screens-preview', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
