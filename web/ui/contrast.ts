/** Relative luminance of WCAG 2.2, 0 (black) to 1 (white). `color` is #rgb or #rrggbb; anything else gives null. */
function luminance(color: string): number | null {
  const long = /^#([0-9a-f]{3})$/i.test(color) ? color.replace(/[0-9a-f]/gi, (c) => c + c) : color;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  if (!match) return null;
  const [r, g, b] = match.slice(1).map((hex) => {
    const c = parseInt(hex, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21; 1 when either is not a colour. */
export function contrastWith(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  if (x === null || y === null) return 1;
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The text colour, white or near-black, that reads better on `background`. */
export function readableOn(background: string): '#ffffff' | '#111827' {
  return contrastWith(background, '#ffffff') >= contrastWith(background, '#111827') ? '#ffffff' : '#111827';
}
