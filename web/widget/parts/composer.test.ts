import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, createApp, nextTick, ref, type App } from 'vue';
import { FakeDesk } from '../dev/fake-desk.ts';
import { Chat } from '../chat/chat.ts';
import { CONTEXT } from '../chat/context.ts';
import { Files } from '../chat/files.ts';
import { Memory, SessionKeeper } from '../chat/session-keeper.ts';
import { Uploads } from '../chat/uploads.ts';
import { en } from '../words/en.ts';
import ChatComposer from './ChatComposer.vue';

let app: App;
let desk: FakeDesk;
let said: string[];
let uploads: Uploads;
const told: string[] = [];
const area = () => document.querySelector('textarea') as HTMLTextAreaElement;

beforeEach(() => {
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'app' }));
  sessionStorage.clear();
  desk = new FakeDesk();
  const memory = new Memory(null);
  const chat = new Chat({
    api: desk, keeper: new SessionKeeper(desk, memory), memory, live: () => ({ webSocket: desk.transport }), language: () => 'en', page: () => undefined, arrived: () => undefined, notice: () => undefined,
  });
  said = [];
  told.length = 0;
  chat.say = ({ body, attachments }) => { said.push([body, ...(attachments ?? []).map((file) => file.name)].join('+')); };
  const files = new Files(desk);
  uploads = new Uploads(desk, files, () => 1000);
  app = createApp(ChatComposer, { draftKey: 'draft' });
  app.provide(CONTEXT, {
    chat, files, uploads, words: computed(() => en), language: ref('en'), now: ref(0), categories: computed(() => []), muted: ref(false), embedded: false, fullScreen: ref(false),
    say: (text) => told.push(text), close: () => undefined,
  });
  app.mount('#app');
});
afterEach(() => { app.unmount(); vi.restoreAllMocks(); });

async function type(text: string): Promise<void> {
  area().value = text;
  area().dispatchEvent(new Event('input'));
  await nextTick();
}
async function press(key: string, more: Partial<KeyboardEvent> = {}): Promise<KeyboardEvent> {
  const event = Object.assign(new Event('keydown', { cancelable: true, bubbles: true }), { key, ...more }) as KeyboardEvent;
  area().dispatchEvent(event);
  await nextTick();
  return event;
}

describe('the composer', () => {
  it('sends with Enter, and breaks the line with Shift+Enter', async () => {
    await type('hello');
    await press('Enter', { shiftKey: true });
    expect(said).toEqual([]);
    await press('Enter');
    expect(said).toEqual(['hello']);
    expect(area().value).toBe('');
  });

  it('never sends while an input method composes, whichever way the browser tells', async () => {
    await type('ni hao');
    await press('Enter', { isComposing: true });
    await press('Enter', { keyCode: 229 });
    area().dispatchEvent(new Event('compositionstart'));
    await press('Enter');
    area().dispatchEvent(new Event('compositionend'));
    await press('Enter');
    expect(said).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await press('Enter');
    expect(said).toEqual(['ni hao']);
  });

  it('sends nothing when there is nothing, or too much', async () => {
    await type('   \n ');
    await press('Enter');
    await type('x'.repeat(10_001));
    await press('Enter');
    expect(said).toEqual([]);
    expect(document.querySelector('.over')?.textContent).toContain('1 characters too long');
  });

  it('keeps the draft over a reload', async () => {
    await type('half a sen');
    expect(sessionStorage.getItem('draft')).toBe('half a sen');
    await press('Enter');
    expect(sessionStorage.getItem('draft')).toBeNull();
  });

  it('uploads at once, sends files with the words, and refuses what cannot go', async () => {
    expect(uploads.add([new File(['x'], 'a.txt'), new File([''], 'empty.txt'), new File(['x'.repeat(2000)], 'big.txt')])).toEqual(['empty', 'too_large']);
    await press('Enter');
    expect(said).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await nextTick();
    await press('Enter');
    expect(said).toEqual(['+a.txt']);
    expect(uploads.drafts).toHaveLength(0);
  });

  it('shows a failed upload, tries it again, and lets it be removed', async () => {
    desk.refuse.upload = { code: 'unsupported_type', status: 415 };
    uploads.add([new File(['x'], 'a.exe')]);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(uploads.drafts[0]).toMatchObject({ state: 'failed', problem: { code: 'unsupported_type' } });
    desk.refuse = {};
    uploads.retry(uploads.drafts[0]?.key ?? '');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(uploads.drafts[0]?.state).toBe('ready');
    uploads.remove(uploads.drafts[0]?.key ?? '');
    expect(uploads.drafts).toHaveLength(0);
  });
});
