import { defineConfig } from 'vite';
import { application } from '../vite.shared.ts';

const config = application('widget', '/widget/v1/', 'widget/v1');
// One style sheet and no preloading: parts that come later need no helper to load them.
export default defineConfig({ ...config, build: { ...config.build, cssCodeSplit: false, modulePreload: false } });
