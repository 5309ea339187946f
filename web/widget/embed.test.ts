import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ORIGIN = 'https://baton.example';
let script: HTMLScriptElement;

/** Loads the loader as the host page does; each load is a fresh copy. */
async function load(dataset: Record<string, string> = {}): Promise<ShadowRoot> {
  document.body.textContent = '';
  script = document.createElement('script');
  // Not fetched: only its address is of interest.
  Object.defineProperty(script, 'src', { value: `${ORIGIN}/widget/v1/embed.js` });
  Object.assign(script.dataset, { site: 'demo', ...dataset });
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  vi.resetModules();
  await import('./embed.ts');
  return document.querySelector('baton-widget')?.shadowRoot as ShadowRoot;
}

const frameOf = (root: ShadowRoot) => root.querySelector('iframe') as HTMLIFrameElement;
const launcher = (root: ShadowRoot) => root.querySelector('button') as HTMLButtonElement;
const told: unknown[] = [];

/** A message as the browser delivers it. */
function arrive(root: ShadowRoot, data: unknown, origin = ORIGIN, source: unknown = frameOf(root).contentWindow): void {
  dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
}
const ready = { baton: 1, type: 'ready', color: '#123456', text: '#ffffff', label: 'Open chat', close: 'Close' };

const windows = new WeakMap<HTMLIFrameElement, Window>();
function windowOf(frame: HTMLIFrameElement): Window {
  const known = windows.get(frame) ?? { postMessage: (message: unknown, origin: string) => told.push([origin, message]) } as unknown as Window;
  windows.set(frame, known);
  return known;
}

beforeEach(() => {
  told.length = 0;
  // The frame's address is of interest, its page is not fetched.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLIFrameElement, address: string) { this.name = address; });
  delete window.Baton;
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(function (this: HTMLIFrameElement) { return windowOf(this); });
});
afterEach(() => vi.restoreAllMocks());

describe('the loader', () => {
  it('draws a launcher and no frame until it is needed', async () => {
    const root = await load();
    expect(launcher(root).getAttribute('aria-label')).toBe('Open chat');
    launcher(root).click();
    expect(frameOf(root).name).toBe(`${ORIGIN}/widget/v1/?site=demo#${new URLSearchParams({ host: location.origin, page: location.origin + location.pathname })}`);
    expect(launcher(root).getAttribute('aria-expanded')).toBe('true');
  });

  it('runs commands that were given before it had loaded, and is made once', async () => {
    window.Baton = Object.assign(() => undefined, { q: [['open']] });
    const root = await load({ language: 'zh', theme: 'dark' });
    expect(frameOf(root).name).toContain('language=zh&theme=dark');
    const again = await load();
    expect(again).toBeUndefined();
  });

  it('tells the frame only after it is ready, and only our origin', async () => {
    const root = await load();
    window.Baton?.('identify', 'a.jwt');
    window.Baton?.('open');
    expect(frameOf(root).name).toContain('identified=1');
    expect(told).toEqual([]);
    arrive(root, ready);
    expect(told.map((one) => (one as [string, { type: string }])[0])).toEqual([ORIGIN, ORIGIN, ORIGIN]);
    expect(told.map((one) => (one as [string, { type: string }])[1].type)).toEqual(['page', 'identify', 'shown']);
  });

  it('hears only our frame at our origin', async () => {
    const root = await load();
    window.Baton?.('open');
    const unread = { baton: 1, type: 'unread', count: 3, label: '3 unread' };
    arrive(root, unread, 'https://evil.example');
    arrive(root, unread, ORIGIN, window);
    arrive(root, { type: 'unread', count: 3 });
    expect(root.querySelector('.badge')?.textContent).toBe('');
    arrive(root, unread);
    expect(root.querySelector('.badge')?.textContent).toBe('3');
    expect(launcher(root).getAttribute('aria-label')).toBe('Close');
    arrive(root, { baton: 1, type: 'close' });
    expect(launcher(root).getAttribute('aria-label')).toBe('Open chat, 3 unread');
  });

  it('keeps what may be private in an address to itself', async () => {
    const root = await load();
    window.Baton?.('open');
    arrive(root, ready);
    window.Baton?.('page', 'https://shop.example/order/7?token=secret#part');
    expect(JSON.stringify(told)).toContain('https://shop.example/order/7');
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('tells the host page what happens', async () => {
    const root = await load();
    const heard: unknown[] = [];
    window.Baton?.('on', 'open', () => heard.push('open'));
    window.Baton?.('on', 'unread', (count: unknown) => heard.push(count));
    window.Baton?.('toggle');
    arrive(root, { baton: 1, type: 'unread', count: 1, label: '' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(['open', 1]);
  });
});
