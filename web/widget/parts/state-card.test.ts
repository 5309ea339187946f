import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, createApp, ref, type App } from 'vue';
import { FakeDesk } from '../dev/fake-desk.ts';
import { Chat } from '../chat/chat.ts';
import { CONTEXT } from '../chat/context.ts';
import { Files } from '../chat/files.ts';
import { Memory, SessionKeeper } from '../chat/session-keeper.ts';
import { Uploads } from '../chat/uploads.ts';
import { en } from '../words/en.ts';
import StateCard from './StateCard.vue';

let app: App;
let desk: FakeDesk;
const text = () => document.body.textContent ?? '';
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

/** What happened before the customer looks. */
async function shown(before: (log: ReturnType<FakeDesk['conversation']>) => void) {
  const log = desk.conversation({ position: 1 });
  desk.append(log, 'started', { by: { kind: 'customer' } });
  before(log);
  const memory = new Memory(null);
  const chat = new Chat({
    api: desk, keeper: new SessionKeeper(desk, memory), memory, live: () => ({ webSocket: desk.transport }), language: () => 'en', page: () => undefined, arrived: () => undefined, notice: () => undefined,
  });
  const files = new Files(desk);
  app = createApp(StateCard);
  app.provide(CONTEXT, {
    chat, files, uploads: new Uploads(desk, files, () => 1000), words: computed(() => en), language: ref('en'), now: ref(Date.now()), categories: computed(() => desk.categories), muted: ref(false), embedded: false,
    fullScreen: ref(false), say: () => undefined, close: () => undefined,
  });
  app.mount('#app');
  await chat.begin({ site: 'demo', language: 'en' });
  await vi.dynamicImportSettled();
  await settled();
  return log;
}

beforeEach(() => {
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'app' }));
  desk = new FakeDesk();
});
afterEach(() => app.unmount());

describe('the card below the messages', () => {
  it('asks for a rating when somebody has served', async () => {
    await shown((log) => { desk.assign(log); desk.reply(log, 'done'); desk.finish(log); });
    expect(text()).toContain(en.rating.title);
  });

  it('does not ask who left the line before anybody came', async () => {
    await shown((log) => desk.finish(log, 'customer_left'));
    expect(text()).not.toContain(en.rating.title);
    expect(text()).toContain('to continue this conversation');
  });

  it('keeps what the customer chose when a new view of the same end comes in', async () => {
    const log = await shown((one) => { desk.assign(one); desk.finish(one); });
    button(en.rating.later)?.click();
    button(en.anotherTopic)?.click();
    await settled();
    desk.staffRead(log, 3, 3);
    desk.tell({ type: 'update', conversation: log.view.id, entries: [], view: { ...log.view } });
    await settled();
    expect(text()).not.toContain(en.rating.title);
    expect(text()).toContain('Returns');
  });

  it('thanks after the rating, and is fresh again at the next end', async () => {
    const log = await shown((one) => { desk.assign(one); desk.finish(one); });
    const third = document.querySelectorAll<HTMLInputElement>('input[name=score]')[2] as HTMLInputElement;
    third.checked = true;
    third.dispatchEvent(new Event('change'));
    await settled();
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
    expect(text()).toContain(en.rating.thanks);
    expect(text()).not.toContain(en.rating.title);
    desk.append(log, 'reopened', { by: { kind: 'customer' } }, { state: 'awaiting_agent', round: 2 });
    desk.finish(log);
    await settled();
    expect(text()).not.toContain(en.rating.thanks);
    expect(text()).toContain(en.rating.title);
  });
});
