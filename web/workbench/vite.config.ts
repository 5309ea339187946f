import { defineConfig } from 'vite';
import { application } from '../vite.shared.ts';

const config = application('workbench', '/workbench/', 'workbench');
// Element Plus components carry the options API.
export default defineConfig({ ...config, define: { ...config.define, __VUE_OPTIONS_API__: 'true', __INTLIFY_JIT_COMPILATION__: 'true' } });
