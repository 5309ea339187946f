// The widget is a guest on other people's pages: the loader and the first paint of the chat have budgets.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LOADER_BYTES = 5 * 1024;
const FIRST_PAINT_BYTES = 60 * 1024;

const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** What the browser must fetch before the chat is painted: the page, all it names, and all that those import at once. */
function firstPaint(folder) {
  const html = readFileSync(`${folder}/index.html`, 'utf8');
  const wanted = new Set(['index.html', ...[...html.matchAll(/(?:src|href)="\/widget\/v1\/([^"]+)"/g)].map((match) => match[1])]);
  for (const name of wanted) {
    if (!name.endsWith('.js')) continue;
    for (const [, file] of readFileSync(`${folder}/${name}`, 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g)) wanted.add(`assets/${file}`);
  }
  // Nothing is painted before the words of one language are there; the longest counts.
  const words = readdirSync(`${folder}/assets`).filter((name) => /^(?:en|zh)-/.test(name)).sort((a, b) => gzipped(`${folder}/assets/${b}`) - gzipped(`${folder}/assets/${a}`));
  if (words[0]) wanted.add(`assets/${words[0]}`);
  return [...wanted].map((name) => [name, gzipped(`${folder}/${name}`)]);
}

/** Prints the sizes, gzip, and throws when a budget is exceeded. */
export function checkSizes(folder) {
  const loader = gzipped(`${folder}/embed.js`);
  const parts = firstPaint(folder);
  const page = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  const later = readdirSync(`${folder}/assets`).filter((name) => !parts.some(([part]) => part === `assets/${name}`));
  console.log(`loader      ${loader} of ${LOADER_BYTES} bytes gzip`);
  console.log(`first paint ${page} of ${FIRST_PAINT_BYTES} bytes gzip (${parts.map(([name, bytes]) => `${name} ${bytes}`).join(', ')})`);
  for (const name of later) console.log(`later       ${gzipped(`${folder}/assets/${name}`)} ${name}`);
  if (loader > LOADER_BYTES) throw new Error(`The loader has ${loader} bytes; its budget is ${LOADER_BYTES}.`);
  if (page > FIRST_PAINT_BYTES) throw new Error(`The chat has ${page} bytes to first paint; its budget is ${FIRST_PAINT_BYTES}.`);
}
