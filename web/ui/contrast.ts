type Rgb = [number, number, number];

/** `#rgb` or `#rrggbb` as numbers 0-255; anything else is no colour and gives null. */
export function rgbOf(color: string): Rgb | null {
  const long = /^#([0-9a-f]{3})$/i.test(color) ? color.replace(/[0-9a-f]/gi, (c) => c + c) : color;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  return match ? match.slice(1).map((hex) => parseInt(hex, 16)) as Rgb : null;
}

/** Relative luminance of WCAG 2.2, 0 (black) to 1 (white); null for what is no colour. */
function luminance(color: string): number | null {
  const rgb = rgbOf(color);
  if (!rgb) return null;
  const [r, g, b] = rgb.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21; 1 when either is not a colour. */
export function contrastWith(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  if (x === null || y === null) return 1;
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The text colour, white or near-black, that reads better on `background`. */
export function readableOn(background: string): '#ffffff' | '#0b0f19' {
  return contrastWith(background, '#ffffff') >= contrastWith(background, '#0b0f19') ? '#ffffff' : '#0b0f19';
}

/** `share` (0 to 1) of `other` mixed into `color`. */
export function mixed(color: string, other: string, share: number): string {
  const [a, b] = [rgbOf(color), rgbOf(other)];
  if (!a || !b) return color;
  return `#${a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * share).toString(16).padStart(2, '0')).join('')}`;
}

/** `color`, moved towards `towards` only as far as needed to stand out from `background` by `ratio`. */
export function standingOut(color: string, background: string, ratio: number, towards: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mixed(color, towards, share);
    if (contrastWith(candidate, background) >= ratio) return candidate;
  }
  return towards;
}
