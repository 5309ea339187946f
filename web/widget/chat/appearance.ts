import { brandTokens } from '@baton/ui';

const DARK = '(prefers-color-scheme: dark)';
const DEFAULT = { ground: '#2456e6', ink: '#ffffff' };

/** Light or dark, by the host's wish or the system's, and the site's brand colour on it. */
export class Appearance {
  private theme: string | null = null;
  private color: string | undefined;
  /** The colours of the launcher, which stands on the host page: the light ones. */
  launcher = DEFAULT;

  constructor(private readonly root: HTMLElement) {
    matchMedia(DARK).addEventListener('change', () => this.apply());
  }

  wear(theme: string | null, color?: string): void {
    this.theme = theme === 'light' || theme === 'dark' ? theme : this.theme;
    this.color = color ?? this.color;
    this.apply();
  }

  private apply(): void {
    if (this.theme) this.root.dataset.theme = this.theme;
    const dark = this.theme ? this.theme === 'dark' : matchMedia(DARK).matches;
    for (const [name, value] of Object.entries(brandTokens(this.color, dark) ?? {})) this.root.style.setProperty(name, value);
    const light = brandTokens(this.color, false);
    this.launcher = light ? { ground: light['--accent'] ?? DEFAULT.ground, ink: light['--accent-text'] ?? DEFAULT.ink } : DEFAULT;
  }
}
