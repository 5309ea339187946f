import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry, Problem } from '@baton/protocol';
import { FakeDesk } from '../dev/fake-desk.ts';
import { Chat } from './chat.ts';
import { Memory, SessionKeeper } from './session-keeper.ts';

let desk: FakeDesk;
let chat: Chat;
let notices: Problem[];
let heard: Entry[];
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

function open(memory = new Memory(null)): Chat {
  notices = [];
  heard = [];
  return new Chat({
    api: desk, keeper: new SessionKeeper(desk, memory), memory, live: () => ({ webSocket: desk.transport, random: () => 0.5 }),
    language: () => 'en', page: () => undefined, arrived: (entries) => heard.push(...entries), notice: (problem) => notices.push(problem),
  });
}
async function begun(memory?: Memory): Promise<Chat> {
  chat = open(memory);
  void chat.begin({ site: 'demo', language: 'en' });
  await pass(50);
  return chat;
}
const bodies = () => chat.lines.value.map((line) => line.is === 'words' ? line.body : '').filter(Boolean);
const marks = () => chat.lines.value.map((line) => line.is === 'words' ? line.mark : null).filter(Boolean);

beforeEach(() => { vi.useFakeTimers(); desk = new FakeDesk(); });
afterEach(() => vi.useRealTimers());

describe('the chat', () => {
  it('starts a conversation with the first words and follows it', async () => {
    await begun();
    expect(chat.state.phase).toBe('ready');
    chat.say({ body: 'hello' });
    expect([bodies(), marks()]).toEqual([['hello'], ['sending']]);
    await pass(200);
    expect(chat.current.value?.view.state).toBe('queued');
    expect([bodies(), marks()]).toEqual([['hello'], ['sent']]);
    expect(desk.calls.filter((call) => call === 'start')).toHaveLength(1);
  });

  it('sends further words over the line, in order', async () => {
    await begun();
    chat.say({ body: 'one' });
    chat.say({ body: 'two' });
    await pass(500);
    chat.say({ body: 'three' });
    await pass(500);
    expect(desk.logs[0]?.entries.filter((entry) => entry.kind === 'message').map((entry) => entry.body)).toEqual(['one', 'two', 'three']);
    expect(bodies()).toEqual(['one', 'two', 'three']);
  });

  it('starts with a category alone', async () => {
    await begun();
    void chat.choose('c2');
    await pass(100);
    expect(chat.current.value?.view.category?.id).toBe('c2');
  });

  it('shows the position as it changes, and the agent when one comes', async () => {
    const log = desk.conversation({ position: 3 });
    await begun();
    desk.tell({ type: 'position', conversation: log.view.id, position: 2 });
    expect(chat.current.value?.view.position).toBe(2);
    desk.assign(log);
    expect(chat.current.value?.view).toMatchObject({ state: 'awaiting_agent', agent: { name: 'Amy' } });
  });

  it('goes through asking, not solved, asking again, solved, and a rating', async () => {
    const log = desk.conversation();
    desk.assign(log);
    desk.reply(log, 'try this');
    await begun();
    for (const [command, state] of [['unresolve', 'awaiting_agent'], ['resolve', 'ended']] as const) {
      desk.askToEnd(log, 'done');
      expect(chat.current.value?.view.state).toBe('awaiting_confirmation');
      void chat[command]();
      await pass(50);
      expect(chat.current.value?.view.state).toBe(state);
    }
    void chat.rate(5, 'thanks');
    await pass(50);
    expect(chat.current.value?.view).toMatchObject({ rating: { score: 5 }, may: ['send'] });
  });

  it('counts unread while the window is closed, marks them when it opens, and tells the server what was seen', async () => {
    const log = desk.conversation();
    desk.assign(log);
    await begun();
    desk.reply(log, 'hello');
    desk.reply(log, 'are you there?');
    expect(chat.unreadCount.value).toBe(2);
    expect(heard.map((entry) => entry.body)).toEqual(['hello', 'are you there?']);
    chat.watch(true);
    expect(chat.lines.value.map((line) => line.is)).toContain('unread');
    chat.seen();
    await pass(1100);
    expect(chat.unreadCount.value).toBe(0);
    expect(desk.frames.filter((frame) => frame.type === 'cursor').at(-1)).toMatchObject({ read: 3 });
  });

  it('keeps words written while the line is down and sends them when it is back', async () => {
    desk.assign(desk.conversation());
    await begun();
    desk.down = true;
    desk.cut();
    chat.say({ body: 'kept' });
    await pass(5000);
    expect(marks()).toEqual(['sending']);
    desk.down = false;
    await pass(31_000);
    expect(marks()).toEqual(['sent']);
  });

  it('shows refused words as failed, with a way back', async () => {
    desk.assign(desk.conversation());
    await begun();
    desk.refuse.send = { code: 'invalid', status: 422 };
    chat.say({ body: 'no' });
    await pass(100);
    expect(marks()).toEqual(['failed']);
    desk.refuse = {};
    chat.retry(chat.state.outbox[0]?.client_id ?? '');
    await pass(100);
    expect(marks()).toEqual(['sent']);
  });

  it('brings earlier pages, then earlier conversations, until the beginning', async () => {
    for (const size of [3, 120]) {
      const log = desk.conversation();
      for (let i = 1; i <= size; i++) desk.append(log, 'message', { body: `${size}.${i}` });
      desk.finish(log);
    }
    await begun();
    expect(bodies().at(0)).toBe('120.72');
    while (chat.hasEarlier.value) { void chat.earlier(); await pass(50); }
    expect(bodies()).toHaveLength(123);
    expect(bodies().at(0)).toBe('3.1');
  });

  it('tells a failed command and changes nothing', async () => {
    const log = desk.conversation();
    desk.askToEnd(log);
    await begun();
    desk.refuse.resolve = { code: 'wrong_state', status: 409 };
    void chat.resolve();
    await pass(50);
    expect(notices.map((problem) => problem.code)).toEqual(['wrong_state']);
    expect(chat.current.value?.view.state).toBe('awaiting_confirmation');
  });

  it('opens a new session when the token is refused, once per refusal', async () => {
    await begun();
    desk.cut(4001);
    await pass(100);
    expect(chat.state.phase).toBe('ready');
    expect(desk.calls.filter((call) => call === 'session')).toHaveLength(2);
  });

  it('gives up with a reason when tokens are refused again and again', async () => {
    await begun();
    for (let i = 0; i < 8; i++) { desk.cut(4001); await pass(100); }
    expect(chat.state.phase).toBe('failed');
    expect(desk.calls.filter((call) => call === 'session').length).toBeLessThan(6);
  });

  it('follows a conversation that another device of the customer started', async () => {
    await begun();
    const log = desk.conversation();
    desk.append(log, 'message', { by: { kind: 'customer' }, body: 'from my phone' });
    await pass(50);
    expect(bodies()).toEqual(['from my phone']);
  });

  it('says why when there is no session, and can try again', async () => {
    desk.refuse.session = { code: 'not_found', status: 404 };
    await begun();
    expect([chat.state.phase, chat.state.problem?.code]).toEqual(['failed', 'not_found']);
    desk.refuse = {};
    void chat.again();
    await pass(50);
    expect(chat.state.phase).toBe('ready');
  });
});

describe('the session', () => {
  it('remembers a stranger, replaces a stale token, and never keeps the token of an identified customer', async () => {
    const memory = new Memory(null);
    const api = desk as unknown as { session: (request: { token?: string; identity?: string }) => Promise<unknown> };
    const asked: unknown[] = [];
    const original = desk.session.bind(desk);
    api.session = async (request) => {
      asked.push(request.token);
      if (request.token === 'stale') desk.refuse.session = { code: 'not_signed_in', status: 401 };
      const session = await original().finally(() => { desk.refuse = {}; });
      return request.identity ? { ...session, token: 'secret', customer: { ...session.customer, identified: true } } : session;
    };
    const keeper = new SessionKeeper(desk, memory);
    memory.set('baton.token.demo', 'stale');
    await begunBy(keeper.begin({ site: 'demo', language: 'en' }));
    expect([asked, memory.get('baton.token.demo')]).toEqual([['stale', undefined], 'token']);
    await begunBy(keeper.begin({ site: 'demo', language: 'en', identity: 'jwt' }));
    expect([keeper.token, memory.get('baton.token.demo')]).toEqual(['secret', null]);
  });
});

async function begunBy(session: Promise<unknown>): Promise<void> {
  await pass(20);
  await session;
}
