import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandTokens } from './brand.ts';
import { contrastWith, readableOn } from './contrast.ts';

describe('contrast', () => {
  it('is 21 between black and white, in either order and in short form', () => {
    expect(contrastWith('#000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastWith('#ffffff', '#000')).toBeCloseTo(21, 5);
  });
  it('is 1 for what is not a colour', () => {
    expect(contrastWith('red; background: url(x)', '#fff')).toBe(1);
  });
  it('puts white on dark brands and near-black on light ones', () => {
    expect(readableOn('#1d4ed8')).toBe('#ffffff');
    expect(readableOn('#facc15')).toBe('#0b0f19');
  });
});

describe('the tokens', () => {
  it('are readable in both themes: words on buttons, on bubbles, on surfaces', () => {
    const css = readFileSync('ui/tokens.css', 'utf8');
    const themes = css.split(' color-scheme: ').slice(1);
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      const of = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1] ?? '';
      for (const ground of ['accent', 'accent-strong']) expect(contrastWith(of('accent-text'), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
      for (const ink of ['text', 'text-2', 'text-3', 'accent-ink']) expect(contrastWith(of(ink), of('surface')), ink).toBeGreaterThanOrEqual(4.5);
      expect(contrastWith(of('text'), of('accent-soft'))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a brand colour', () => {
  it('stays readable in both themes, whatever was chosen', () => {
    for (const color of ['#ffffff', '#000000', '#facc15', '#22d3ee', '#7c3aed', '#808080', '#111827', '#fee2e2', '#e11d48']) {
      for (const dark of [false, true]) {
        const tokens = brandTokens(color, dark) ?? {};
        const of = (name: string) => tokens[name] ?? '';
        const surface = dark ? '#14171d' : '#ffffff';
        expect(contrastWith(of('--accent'), surface)).toBeGreaterThanOrEqual(3);
        expect(contrastWith(of('--accent-text'), of('--accent'))).toBeGreaterThanOrEqual(4.5);
        expect(contrastWith(of('--accent-ink'), of('--accent-soft'))).toBeGreaterThanOrEqual(4.5);
        expect(contrastWith(of('--accent-ink'), surface)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
  it('is left to the default when it is not a colour', () => {
    expect(brandTokens('url(javascript:1)', false)).toBeNull();
    expect(brandTokens(undefined, true)).toBeNull();
  });
});
