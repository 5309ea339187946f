import { afterEach, describe, expect, it, vi } from 'vitest';
import { Host, wishesOf } from './host.ts';
import type { ToPage } from './message.ts';

afterEach(() => vi.restoreAllMocks());

describe('the host page, seen from the frame', () => {
  it('is known by the address of the frame, and only as an origin', () => {
    expect(wishesOf({ search: '?site=demo', hash: '#host=https%3A%2F%2Fshop.example&page=https%3A%2F%2Fshop.example%2Ftea&theme=dark&identified=1' }))
      .toEqual({ site: 'demo', host: 'https://shop.example', page: 'https://shop.example/tea', language: null, theme: 'dark', identified: true });
    for (const host of ['javascript:alert(1)', 'https://shop.example/path', '*', 'null']) {
      expect(wishesOf({ search: '', hash: `#host=${encodeURIComponent(host)}` }).host).toBeNull();
    }
    expect(wishesOf({ search: '', hash: '#host=https%3A%2F%2Fshop.example&page=https%3A%2F%2Felsewhere.example%2F' }).page).toBeNull();
  });

  it('is heard from its own window at its own origin, and nobody else is', () => {
    const parent = { postMessage: vi.fn() } as unknown as Window & typeof globalThis;
    vi.spyOn(window, 'parent', 'get').mockReturnValue(parent);
    const heard: ToPage[] = [];
    const host = new Host('https://shop.example', (message) => heard.push(message));
    const arrive = (data: unknown, origin: string, source: unknown) => dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    arrive({ baton: 1, type: 'hidden' }, 'https://evil.example', parent);
    arrive({ baton: 1, type: 'hidden' }, 'https://shop.example', window);
    arrive('hidden', 'https://shop.example', parent);
    arrive({ baton: 1, type: 'hidden' }, 'https://shop.example', parent);
    expect(heard).toEqual([{ baton: 1, type: 'hidden' }]);
    host.tell({ baton: 1, type: 'close' });
    expect(parent.postMessage).toHaveBeenCalledWith({ baton: 1, type: 'close' }, 'https://shop.example');
  });
});
