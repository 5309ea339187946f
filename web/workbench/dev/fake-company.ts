import type { Catalogue, CatalogueAgent, Clock, ClockName, Entry, EntryKind, Id, ServerFrame, Snapshot, StaffAction, StaffView } from '@baton/protocol';

/** Frames that a client would hear, wherever they go. */
type Frame = ServerFrame<StaffView>;
interface Log { view: StaffView; entries: Entry[] }

const PUBLIC = new Set<EntryKind>(['message', 'started', 'assigned', 'parked', 'transferred', 'requeued', 'reminded', 'asked_to_end', 'withdrawn', 'unresolved', 'ended', 'reopened', 'rated']);

export const ME: Id = 'amy';

/** A customer-service company in memory, for development and tests: it keeps logs and tells frames, as the server does. */
export class FakeCompany {
  readonly logs = new Map<Id, Log>();
  readonly agents = new Map<Id, CatalogueAgent>();
  private readonly listeners = new Set<(frame: Frame) => void>();
  private count = 0;

  constructor(readonly time: () => number = () => Date.now()) {}

  listen(listener: (frame: Frame) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  instant = (agoSeconds = 0): string => new Date(this.time() - agoSeconds * 1000).toISOString();

  id = (): Id => `0198c0de-0000-7000-8000-${String(++this.count).padStart(12, '0')}`;

  hire(agent: Partial<CatalogueAgent> & { id: Id; name: string }): void {
    this.agents.set(agent.id, { role: 'agent', advisor: false, availability: 'ready', load: 0, capacity: 5, groups: ['g1', 'g2'], connected: true, missed_offers: 0, availability_since: this.instant(), ...agent });
  }

  /** A customer asks; `agoSeconds` ago. */
  open(customer: StaffView['customer'], group: Id, category: Id | undefined, words: string, agoSeconds = 0): Id {
    const id = this.id();
    const at = this.instant(agoSeconds);
    const view: StaffView = {
      id, site: 's1', channel: 'web', customer, group, ...(category ? { category } : {}), state: 'queued', silent: false, parked: false, unattended: false, overflowed: false, queue_alarmed: false,
      priority: 0, opened_at: at, waiting_since: at, queued_since: at, state_since: at, unanswered_since: at, clocks: [], nudged: false, alarms: 0, reminders_sent: 0, round: 1, unresolved_count: 0,
      policy_version: 1, seq: 0, public_seq: 0, cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } }, unread: false, may: [],
    };
    this.logs.set(id, { view, entries: [] });
    this.happen(id, { clocks: this.clocks(at, [['queue_alarm', 60]]) }, [
      { kind: 'started', by: { kind: 'customer' }, at, data: { group, ...(category ? { category } : {}) } },
      { kind: 'message', by: { kind: 'customer' }, at, body: words },
    ]);
    return id;
  }

  clocks = (since: string, list: [ClockName, number][]): Clock[] =>
    list.map(([clock, seconds]) => ({ clock, due: new Date(Date.parse(since) + seconds * 1000).toISOString() }));

  assign(id: Id, agent: Id, how = 'automatic', agoSeconds = 0): void {
    const at = this.instant(agoSeconds);
    const owed = this.log(id).view.unanswered_since ?? at;
    this.happen(id, { state: 'awaiting_agent', agent, assigned_at: at, state_since: at, owed_since: at, unanswered_since: owed, clocks: this.clocks(at, [['reply_nudge', 60], ['reply_alarm', 180]]) },
      [{ kind: 'assigned', by: { kind: 'system' }, at, data: { agent, agent_name: this.agents.get(agent)?.name, how } }]);
  }

  customerSays(id: Id, body: string, agoSeconds = 0, more: Partial<Entry> = {}): void {
    const at = this.instant(agoSeconds);
    const { view } = this.log(id);
    const waits = view.agent ? { state: 'awaiting_agent' as const, unanswered_since: view.state === 'awaiting_agent' ? view.unanswered_since ?? at : at, owed_since: at, state_since: at, silent: false, clocks: this.clocks(at, [['reply_nudge', 60], ['reply_alarm', 180]]) } : {};
    this.happen(id, waits, [{ kind: 'message', by: { kind: 'customer' }, at, body, ...more }]);
  }

  agentSays(id: Id, agent: Id, body: string, agoSeconds = 0, more: Partial<Entry> = {}): Entry | undefined {
    const at = this.instant(agoSeconds);
    const change: Partial<StaffView> = { state: 'awaiting_customer', state_since: at, quiet_since: at, nudged: false, alarms: 0, clocks: this.clocks(at, [['silent_after', 300]]) };
    const read = this.log(id).view.public_seq;
    this.log(id).view.cursors.staff = { delivered: read, read };
    return this.happen(id, change, [{ kind: 'message', by: { kind: 'agent', id: agent, name: this.agents.get(agent)?.name ?? '' }, at, body, ...more }])[0];
  }

  /** Appends entries, changes the row, tells those who follow and every list. */
  happen(id: Id, change: Partial<StaffView>, entries: Partial<Entry>[] = []): Entry[] {
    const log = this.log(id);
    const written = entries.map((entry, i) => this.numbered(log, entry, i, entries));
    log.entries.push(...written);
    const words = written.findLast((entry) => entry.kind === 'message');
    const view = { ...log.view, ...change, seq: log.entries.length, public_seq: log.entries.filter((entry) => entry.public_seq).length };
    if (words) view.last = { at: words.at, by: words.by, kind: 'message', text: words.body ?? '' };
    view.unread = log.entries.some((entry) => entry.kind === 'message' && entry.by.kind === 'customer' && (entry.public_seq ?? 0) > view.cursors.staff.read);
    log.view = { ...view, may: mayOf(view) };
    this.tell({ type: 'update', conversation: id, entries: written, view: log.view });
    this.tell(isOver(log.view) ? { type: 'inbox_gone', conversation: id } : { type: 'inbox_item', view: log.view });
    return written;
  }

  private numbered(log: Log, entry: Partial<Entry>, i: number, all: Partial<Entry>[]): Entry {
    const kind = entry.kind ?? 'message';
    const before = log.entries.filter((other) => other.public_seq).length + all.slice(0, i).filter((other) => PUBLIC.has(other.kind ?? 'message')).length;
    return { at: this.instant(), by: { kind: 'system' }, ...entry, kind, seq: log.entries.length + i + 1, ...(PUBLIC.has(kind) ? { public_seq: before + 1 } : {}) };
  }

  cursor(id: Id, party: 'customer' | 'staff', to: { delivered: number; read: number }): void {
    const log = this.log(id);
    log.view = { ...log.view, cursors: { ...log.view.cursors, [party]: to } };
    this.tell({ type: 'cursors', conversation: id, ...log.view.cursors });
  }

  availability(agent: Id, change: Partial<CatalogueAgent>): void {
    const now = { ...this.agents.get(agent) as CatalogueAgent, ...change };
    this.agents.set(agent, now);
    this.tell({ type: 'team', agent, availability: now.availability, load: now.load, capacity: now.capacity, connected: now.connected, missed_offers: now.missed_offers, availability_since: now.availability_since });
  }

  typing(id: Id, active: boolean): void {
    this.tell({ type: 'typing', conversation: id, by: { kind: 'customer', name: this.log(id).view.customer.name ?? '' }, active });
  }

  tell(frame: Frame): void {
    for (const listener of this.listeners) listener(structuredClone(frame));
  }

  log(id: Id): Log {
    const log = this.logs.get(id);
    if (!log) throw new Error(`no conversation ${id}`);
    return log;
  }

  snapshot(id: Id, last = 50): Snapshot<StaffView> {
    const { view, entries } = this.log(id);
    return structuredClone({ view, entries: entries.slice(-last), earlier: entries.length > last });
  }

  inbox(): StaffView[] {
    return structuredClone([...this.logs.values()].map(({ view }) => view).filter((view) => !isOver(view)));
  }

  catalogue(): Catalogue {
    const names = (zh: string, en: string) => ({ zh, en });
    return {
      groups: [{ id: 'g1', names: names('售后', 'After-sales'), enabled: true, stop_new_work_seconds: 900 }, { id: 'g2', names: names('技术支持', 'Technical support'), enabled: true, stop_new_work_seconds: 900 }, { id: 'g3', names: names('账单与发票', 'Billing and invoices'), enabled: true, stop_new_work_seconds: 900 }],
      categories: [{ id: 'c1', names: names('退换货', 'Returns and exchanges'), group: 'g1', enabled: true }, { id: 'c2', names: names('无法登录', 'Cannot sign in'), group: 'g2', enabled: true }, { id: 'c3', names: names('开发票', 'Invoices'), group: 'g3', enabled: true }],
      agents: [...this.agents.values()],
      close_reasons: [{ code: 'spam', names: names('垃圾信息', 'Spam') }, { code: 'duplicate', names: names('重复会话', 'Duplicate') }, { code: 'callback_arranged', names: names('已约电联', 'Call-back arranged') }, { code: 'other', names: names('其他', 'Other') }],
      break_reasons: [{ code: 'meal', names: names('用餐', 'Meal') }, { code: 'other', names: names('其他', 'Other') }],
      decline_reasons: [{ code: 'busy', names: names('手头忙', 'Busy right now') }, { code: 'other', names: names('其他', 'Other') }],
      transfer_reasons: [{ code: 'wrong_topic', names: names('问题选错', 'Wrong topic') }, { code: 'needs_expert', names: names('需要专家', 'Needs an expert') }, { code: 'shift_end', names: names('下班交接', 'Shift end') }, { code: 'other', names: names('其他', 'Other') }],
      canned_replies: [
        { id: 'r1', shortcut: 'hi', title: '问候', body: '{customer}您好，我是{agent}，很高兴为您服务。请问有什么可以帮您？', scope: 'company' },
        { id: 'r2', shortcut: 'refund', title: '退款时效', body: '退款会在 1-3 个工作日内原路退回，请留意银行或支付平台的通知。', scope: 'group' },
        { id: 'r3', shortcut: 'thanks', title: 'Thank you', body: 'Thank you for your patience, {customer}. Is there anything else I can do for you?', language: 'en', scope: 'company' },
      ],
      sites: [{ id: 's1', name: 'Demo shop' }],
      limits: { message_characters: 4000, file_bytes: 10_485_760 },
    };
  }
}

const isOver = (view: StaffView): boolean => view.state === 'ended' || view.state === 'system_ended';

function mayOf(view: StaffView): StaffAction[] {
  if (isOver(view)) return ['note'];
  if (view.state === 'queued') return ['note', 'pick', 'assign', 'transfer', 'end', 'change_category', 'set_priority'];
  if (view.agent !== ME) return ['note', 'assign', 'transfer', 'end'];
  const common: StaffAction[] = ['reply', 'note', 'assign', 'transfer', 'end', 'change_category', 'set_priority'];
  return [...common, view.state === 'awaiting_confirmation' ? 'withdraw' : 'ask_to_end'];
}
