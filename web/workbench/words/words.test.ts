import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

const chinese = new Map(leaves(zh as unknown as Tree));
const english = new Map(leaves(en as unknown as Tree));

test('both languages have the same words, none empty, with the same places to fill in', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [key, text] of chinese) {
    expect(text.trim(), key).not.toBe('');
    expect(english.get(key)?.trim(), key).not.toBe('');
    expect(slots(english.get(key) ?? ''), key).toEqual(slots(text));
  }
});

test('Chinese text has Chinese punctuation', () => {
  for (const [key, text] of chinese) if (/[\u4e00-\u9fff]/.test(text)) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;!?]|[\u4e00-\u9fff]\.(?!\w)/);
});

const here = `${import.meta.dirname}/..`;
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts)$/.test(name) && !/\.test\.ts$/.test(name) && !/^(words\/(zh|en)|dev\/)/.test(name));

test('every word that a screen asks for by name exists', () => {
  const missing = files.flatMap((name) => [...readFileSync(`${here}/${name}`, 'utf8').matchAll(/\b(?:t|counted)\('([\w.]+)'/g)]
    .map(([, key]) => key ?? '').filter((key) => !chinese.has(key)).map((key) => `${name}: ${key}`));
  expect(missing).toEqual([]);
});
