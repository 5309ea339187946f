// Builds every application into dist/{workbench,widget/v1,demo}, the loader, and checks the size budgets.
import { build } from 'vite';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);

for (const app of ['widget', 'workbench', 'demo']) {
  if (wanted.length && !wanted.includes(app)) continue;
  await build({ configFile: `${web}/${app}/vite.config.ts`, logLevel: 'warn' });
}
