// Writes protocol/openapi.ts from docs/openapi.yaml, which the server's tests keep true.
import openapiTS, { astToString } from 'openapi-typescript';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const DESCRIPTION = new URL('../../docs/openapi.yaml', import.meta.url);
const TYPES = new URL('../protocol/openapi.ts', import.meta.url);
const HEAD = '/** Generated from docs/openapi.yaml by `npm run generate`: do not edit. */\n\n';

export async function generated() {
  return HEAD + astToString(await openapiTS(DESCRIPTION, { alphabetize: true }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TYPES, await generated());
