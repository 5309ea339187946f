import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * One application: its folder, the path it is served under, the folder of dist/ it is built to.
 * Nothing is inlined into HTML or CSS, so that the strict content security policy of the server holds.
 */
export function application(name: string, base: string, out: string): UserConfig {
  return {
    root: here(`./${name}`),
    base,
    plugins: [vue()],
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: {
      outDir: here(`./dist/${out}`),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
  };
}
