// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated } from '../scripts/generate.mjs';

it('the types of REST are those of docs/openapi.yaml: run `npm run generate` when this fails', async () => {
  expect(readFileSync(new URL('./openapi.ts', import.meta.url), 'utf8')).toBe(await generated());
}, 30_000);
