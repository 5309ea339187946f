import { mixed, readableOn, rgbOf, standingOut } from './contrast.ts';

const LIGHT = { surface: '#ffffff', away: '#0b0f19' };
const DARK = { surface: '#14171d', away: '#ffffff' };

/**
 * A site's brand colour as the accent tokens of one theme, or null when it is not a colour. Its contrast is checked:
 * shapes stand out from the surface by 3, words in the accent by 4.5 (WCAG AA), whatever colour was chosen.
 */
export function brandTokens(color: string | undefined, dark: boolean): Record<string, string> | null {
  if (!color || !rgbOf(color)) return null;
  const theme = dark ? DARK : LIGHT;
  const accent = standingOut(color, theme.surface, 3, theme.away);
  return {
    '--accent': accent,
    '--accent-text': readableOn(accent),
    '--accent-strong': mixed(accent, readableOn(accent) === '#ffffff' ? '#000000' : '#ffffff', 0.14),
    '--accent-soft': mixed(theme.surface, accent, dark ? 0.22 : 0.1),
    '--accent-ink': standingOut(color, mixed(theme.surface, accent, dark ? 0.22 : 0.1), 4.5, theme.away),
  };
}
