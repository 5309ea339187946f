import { afterEach, expect, test, vi } from 'vitest';
import { createApp, nextTick, type Component } from 'vue';
import { router } from '../app/router.ts';

const pages = import.meta.glob<{ default: Component }>(['./*Page.vue', '!./AdminPage.vue', '../queue/*Page.vue', '../team/*Page.vue']);

afterEach(() => { vi.unstubAllGlobals(); });

test.each(Object.keys(pages))('%s opens without an error', async (path) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[]}', { headers: { 'content-type': 'application/json' } })));
  const errors: unknown[] = [];
  const page = await pages[path]?.();
  if (!page) throw new Error(`no page ${path}`);
  const app = createApp(page.default, { personal: false });
  app.config.errorHandler = (error) => { errors.push(error); };
  app.use(router);
  const root = document.body.appendChild(document.createElement('div'));
  app.mount(root);
  await nextTick();
  expect(errors).toEqual([]);
  app.unmount();
  root.remove();
});
