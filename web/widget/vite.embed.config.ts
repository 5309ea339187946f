import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

/** The loader: one classic script, built beside the page without emptying its folder. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/widget/v1', import.meta.url)),
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: 'embed.ts', formats: ['iife'], name: 'batonLoader', fileName: () => 'embed.js' },
  },
});
