// One development server for all applications under the URLs that production uses.
// BATON_SERVER (default http://localhost:8080) answers /api; BATON_WEB_PORT (default 5173) is ours.
import vue from '@vitejs/plugin-vue';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';

const web = fileURLToPath(new URL('..', import.meta.url));
const target = process.env.BATON_SERVER ?? 'http://localhost:8080';
const port = Number(process.env.BATON_WEB_PORT ?? 5173);

/** The page that answers a URL, or null when it is a module or an asset. */
function pageOf(path) {
  if (path === '/widget/v1/' || path === '/widget/v1/index.html') return 'widget';
  if (path === '/widget/dev/') return 'widget/dev';
  if (path.startsWith('/demo') && !/\.\w+$/.test(path)) return 'demo';
  if (/^\/(workbench\b.*)?$/.test(path) && !/\.\w+$/.test(path)) return 'workbench';
  return null;
}

/** The loader is one classic script, which modules are not: built at every request, in a blink. */
async function loader() {
  const [built] = await build({ configFile: `${web}/widget/vite.embed.config.ts`, logLevel: 'warn', build: { write: false } });
  return built.output[0].code;
}

const pages = {
  name: 'baton-pages',
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      const url = new URL(request.url, 'http://dev');
      const page = pageOf(url.pathname);
      if (url.pathname === '/widget/v1/embed.js') {
        response.setHeader('Content-Type', 'text/javascript').end(await loader());
        return;
      }
      if (!page) { next(); return; }
      const html = (await readFile(`${web}/${page}/index.html`, 'utf8')).replaceAll('"./', `"/${page}/`);
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(await server.transformIndexHtml(`/${page}/index.html`, html));
    });
  },
};

const server = await createServer({
  configFile: false,
  root: web,
  appType: 'custom',
  plugins: [vue(), pages],
  server: {
    port,
    // The server accepts its own origin only, for live connections and for changes.
    proxy: { '/api': { target, ws: true, changeOrigin: true, headers: { origin: new URL(target).origin } } },
  },
});
await server.listen();
server.printUrls();
