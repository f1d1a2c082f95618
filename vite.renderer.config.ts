import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const megabyte = 2 ** 20;

/*
 * The screens, for Electron (app://ghiseu/) and for a browser (the central server's /). `base` is absolute, because a page
 * reloaded at /cont/… must still find its scripts.
 */
export default defineConfig({
  root: 'src-renderer',
  base: '/',
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: 'hidden',
    assetsInlineLimit: 0, // a data: URL would need a hole in the content security policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'generateSW',
      filename: 'sw.js',
      injectRegister: null, // service-worker/register-service-worker.ts does it: no inline script
      includeManifestIcons: false, // the glob below has them
      registerType: 'prompt', // a new version waits: nothing reloads under a clerk who is typing
      manifest: {
        name: 'Ghișeu',
        short_name: 'Ghișeu',
        description: 'Ghișeul companiei de apă: indexuri, facturi și plăți, cu sau fără legătură.',
        lang: 'ro',
        id: '/',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#0b5394',
        background_color: '#ffffff',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png}'],
        globIgnores: ['**/*.map'],
        maximumFileSizeToCacheInBytes: 32 * megabyte, // a build with a larger file fails aloud
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/sync/, /^\/docs/, /^\/health/, /^\/confirm/],
        runtimeCaching: [], // the network is the data worker's business alone
        skipWaiting: false,
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        disableDevLogs: true,
      },
    }),
  ],
});
