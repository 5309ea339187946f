import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{protocol,live,ui,widget,workbench,demo}/**/*.test.ts'],
    environment: 'happy-dom',
    restoreMocks: true,
    // The machine is shared by builds; a few workers are as fast as many.
    maxWorkers: 2,
  },
});
