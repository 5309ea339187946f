/**
 * The one line in a host page: <script async src="https://HOST/widget/v1/embed.js" data-site="KEY"></script>
 * Options on the script: data-language, data-theme (light, dark), data-position (left, right), data-color.
 * Commands, also before this file has loaded: Baton('open' | 'close' | 'toggle' | 'identify', jwt | 'logout' |
 * 'page', url | 'language', code | 'theme', name | 'on', 'open' | 'close' | 'unread', listener).
 *
 * It draws a launcher in a shadow root and, once the host page is idle, a frame of our own origin. Host styles do not
 * reach in, ours do not leak out, nothing is evaluated, and no style needs 'unsafe-inline'.
 */
import { CHAT_ICON, CLOSE_ICON, SHEET } from './embed-look.ts';
import { isOurs, type ToLoader, type ToPage } from './host/message.ts';

interface Baton { (name: string, ...rest: unknown[]): void; q?: ArrayLike<unknown>[]; ready?: boolean }
declare global { interface Window { Baton?: Baton } }

type Told = Omit<ToPage, 'baton'> & Record<string, unknown>;

/** Sizes at which the frame fills the screen; the same as in the sheet. */
const PHONE = '(max-width: 520px), (max-height: 460px)';

class Loader {
  private readonly origin: string;
  private readonly site: string;
  private readonly home = document.createElement('baton-widget');
  private readonly box = made('div', 'box');
  private readonly button = made('button', 'launcher');
  private readonly badge = made('span', 'badge');
  private readonly phone = matchMedia(PHONE);
  private readonly listeners: Record<string, ((value?: unknown) => void)[]> = {};
  private readonly chinese: boolean;
  private frame: HTMLIFrameElement | undefined;
  private waiting: Told[] = [];
  private ready = false;
  private shown = false;
  private identified = false;
  private label: string;
  private closeLabel: string;
  private unreadLabel = '';
  private title = '';
  private scroll: string | undefined;

  constructor(private readonly script: HTMLScriptElement) {
    this.origin = new URL(script.src).origin;
    this.site = script.dataset.site ?? '';
    this.chinese = /^zh\b/i.test(script.dataset.language ?? navigator.language);
    this.label = this.chinese ? '打开在线客服' : 'Open chat';
    this.closeLabel = this.chinese ? '关闭' : 'Close';
    this.draw();
    this.listen();
    this.page();
  }

  command(name: string, value?: unknown, more?: unknown): void {
    switch (name) {
      case 'open': this.show(true); return;
      case 'close': this.show(false); return;
      case 'toggle': this.show(!this.shown); return;
      case 'identify': this.identified = true; this.tell({ type: 'identify', jwt: String(value) }); return;
      case 'logout': this.identified = false; this.tell({ type: 'identify', jwt: null }); return;
      case 'page': this.page(value); return;
      case 'language': this.tell({ type: 'language', language: String(value) }); return;
      case 'theme': this.tell({ type: 'theme', theme: String(value) }); return;
      case 'on': (this.listeners[String(value)] ??= []).push(more as () => void);
    }
  }

  private draw(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    const root = this.home.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.button.type = 'button';
    this.button.append(icon(CHAT_ICON, 'chat'), icon(CLOSE_ICON, 'cross'), this.badge);
    this.box.append(this.button);
    this.box.classList.toggle('left', this.script.dataset.position === 'left');
    root.append(this.box);
    // The site's colour is known from the last visit: the launcher does not change colour on screen.
    const [ground, ink] = (this.script.dataset.color ?? read(this.colorKey) ?? '').split(' ');
    this.paint(ground, ink);
    this.describe();
  }

  private listen(): void {
    const fit = () => this.fit();
    this.button.onclick = () => this.show(!this.shown);
    addEventListener('message', (event) => this.heard(event));
    document.addEventListener('visibilitychange', () => this.cameBack());
    this.phone.addEventListener('change', () => {
      fit();
      if (this.shown) this.tell({ type: 'shown', fullScreen: this.phone.matches });
    });
    window.visualViewport?.addEventListener('resize', fit);
    window.visualViewport?.addEventListener('scroll', fit);
    if (document.body) this.place();
    else document.addEventListener('DOMContentLoaded', () => this.place());
  }

  /** The frame waits until the host page has nothing better to do; a click does not wait. */
  private place(): void {
    document.body.append(this.home);
    const idle: (action: () => void, options?: { timeout: number }) => unknown = window.requestIdleCallback ?? setTimeout;
    const later = () => idle(() => this.ensureFrame(), { timeout: 4000 });
    if (document.readyState === 'complete') later();
    else addEventListener('load', later);
  }

  private ensureFrame(): void {
    if (this.frame) return;
    const { language, theme } = this.script.dataset;
    const wishes = { host: location.origin, page: placeOf(location.href), ...(language && { language }), ...(theme && { theme }), ...(this.identified && { identified: '1' }) };
    const frame = made('iframe', 'frame');
    frame.title = this.chinese ? '在线客服' : 'Customer support';
    frame.allow = 'clipboard-write; autoplay';
    frame.tabIndex = -1;
    frame.src = `${this.origin}/widget/v1/?site=${encodeURIComponent(this.site)}#${new URLSearchParams(wishes)}`;
    this.frame = frame;
    this.box.prepend(frame);
    // A frame that was just put in has no state to move from: let it take its hidden one first.
    frame.getBoundingClientRect();
  }

  private show(shown: boolean): void {
    if (shown === this.shown) return;
    this.ensureFrame();
    this.shown = shown;
    this.box.classList.toggle('shown', shown);
    if (this.frame) this.frame.tabIndex = shown ? 0 : -1;
    this.fit();
    this.tell(shown ? { type: 'shown', fullScreen: this.phone.matches } : { type: 'hidden' });
    if (shown) setTimeout(() => this.frame?.focus(), 50);
    else this.button.focus({ preventScroll: true });
    this.describe();
    this.emit(shown ? 'open' : 'close');
  }

  /** Full screen on a phone: above the keyboard, and the page behind does not scroll. */
  private fit(): void {
    const full = this.shown && this.phone.matches;
    const page = document.documentElement.style;
    if (full && this.scroll === undefined) {
      this.scroll = page.overflow;
      page.overflow = 'hidden';
    } else if (!full && this.scroll !== undefined) {
      page.overflow = this.scroll;
      this.scroll = undefined;
    }
    const view = full ? window.visualViewport : null;
    this.frame?.style.setProperty('height', view ? `${view.height}px` : '');
    this.frame?.style.setProperty('top', view ? `${view.offsetTop}px` : '');
  }

  private heard(event: MessageEvent<unknown>): void {
    if (!this.frame || event.source !== this.frame.contentWindow || event.origin !== this.origin || !isOurs(event.data)) return;
    const message = event.data as ToLoader;
    if (message.type === 'close') this.show(false);
    else if (message.type === 'unread') this.unread(message.count, message.label);
    else this.greet(message);
  }

  private greet(message: ToLoader & { type: 'ready' }): void {
    this.label = message.label;
    this.closeLabel = message.close;
    this.paint(message.color, message.text);
    try {
      localStorage.setItem(this.colorKey, `${message.color} ${message.text}`);
    } catch { /* then it is painted anew next time */ }
    this.ready = true;
    for (const told of this.waiting.splice(0)) this.tell(told);
    this.describe();
  }

  private tell(message: Told): void {
    if (this.ready) this.frame?.contentWindow?.postMessage({ baton: 1, ...message }, this.origin);
    else this.waiting.push(message);
  }

  private unread(count: number, words: string): void {
    this.unreadLabel = count ? `, ${words}` : '';
    this.badge.textContent = count > 99 ? '99+' : String(count || '');
    this.badge.classList.toggle('some', count > 0);
    if (count && document.hidden) {
      this.title ||= document.title;
      document.title = `(${count}) ${this.title}`;
    }
    this.describe();
    this.emit('unread', count);
  }

  private cameBack(): void {
    if (document.hidden || !this.title) return;
    document.title = this.title;
    this.title = '';
  }

  private describe(): void {
    this.button.setAttribute('aria-expanded', String(this.shown));
    this.button.setAttribute('aria-label', this.shown ? this.closeLabel : this.label + this.unreadLabel);
  }

  private paint(ground?: string, ink?: string): void {
    if (ground) this.button.style.setProperty('--ground', ground);
    if (ink) this.button.style.setProperty('--ink', ink);
  }

  private page(url: unknown = location.href): void {
    this.tell({ type: 'page', url: placeOf(url), title: this.title || document.title });
  }

  private emit(event: string, value?: unknown): void {
    for (const listener of this.listeners[event] ?? []) setTimeout(listener, 0, value);
  }

  private get colorKey(): string { return `baton.color.${this.site}`; }
}

/** Where the customer is. What stands behind ? and # may be private and stays here. */
function placeOf(url: unknown): string {
  const at = new URL(String(url), location.href);
  return at.origin + at.pathname;
}

function made<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function icon(path: string, className: string): SVGElement {
  const [svg, shape] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement) as [SVGElement, SVGElement];
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function load(): void {
  const script = document.currentScript ?? document.querySelector('script[data-site][src*="/widget/v1/embed.js"]');
  if (!(script instanceof HTMLScriptElement) || window.Baton?.ready) return;
  const early = window.Baton?.q ?? [];
  const loader = new Loader(script);
  const baton: Baton = (name, ...rest) => loader.command(name, ...rest);
  baton.ready = true;
  window.Baton = baton;
  for (const call of Array.from(early)) loader.command(...(Array.from(call) as [string]));
}

load();
