import { describe, expect, it } from 'vitest';
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
    expect(readableOn('#facc15')).toBe('#111827');
  });
});
