// Builds every application into dist/{workbench,widget/v1,demo}, the loader, and checks the size budgets.
// node scripts/build.mjs [widget] [workbench] [demo]: only these.
import { build } from 'vite';
import { fileURLToPath } from 'node:url';
import { checkSizes } from './sizes.mjs';

const web = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);

for (const app of ['widget', 'workbench', 'demo']) {
  if (wanted.length && !wanted.includes(app)) continue;
  await build({ configFile: `${web}/${app}/vite.config.ts`, logLevel: 'warn' });
  if (app === 'widget') {
    await build({ configFile: `${web}/widget/vite.embed.config.ts`, logLevel: 'warn' });
    checkSizes(`${web}/dist/widget/v1`);
  }
}
