import {
  Refused, type Attachment, type ClientFrame, type CustomerAction, type CustomerView, type EntriesPage, type Entry, type EntryKind, type Id, type ServerFrame,
  type Snapshot, type StartRequest, type State, type Topic, type WidgetSession,
} from '@baton/protocol';
import type { OpenTransport, TransportEvents } from '@baton/live';
import type { Upload, WidgetApi } from '../chat/widget-api.ts';

interface Log { view: CustomerView; entries: Entry[] }

const MAY: Record<State, CustomerAction[]> = {
  queued: ['send', 'leave', 'change_category'], awaiting_agent: ['send', 'end'], awaiting_customer: ['send', 'end'],
  awaiting_confirmation: ['send', 'end', 'resolve', 'unresolve'], ended: ['send', 'rate'], system_ended: ['send', 'rate'],
};
const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();

/** The customer's side of the server by hand, in this browser: for tests and for looking at the screens. Never built. */
export class FakeDesk implements WidgetApi {
  readonly logs: Log[] = [];
  readonly files = new Map<Id, Blob>();
  readonly calls: string[] = [];
  categories: Topic[] = [{ id: 'c1', name: 'Orders', closed: false }, { id: 'c2', name: 'Returns', closed: false }];
  site: WidgetSession['site'] = { name: 'Demo' };
  refuse: Record<string, { code: string; status: number }> = {};
  slowMillis = 0;
  down = false;
  frames: ClientFrame[] = [];
  private line: TransportEvents | null = null;

  readonly transport: OpenTransport = (events) => {
    setTimeout(() => {
      if (this.down) { events.closed(1006, ''); return; }
      this.line = events;
      events.opened();
    }, 1);
    return { send: (frame) => this.heard(frame), close: () => { if (this.line === events) this.line = null; } };
  };

  // What an agent or the network does.

  cut(code = 1006): void {
    const line = this.line;
    this.line = null;
    line?.closed(code, '');
  }

  tell(frame: ServerFrame): void { this.line?.frame(structuredClone(frame)); }

  conversation(more: Partial<CustomerView> = {}): Log {
    const view: CustomerView = {
      id: `conversation-${this.logs.length + 1}`, state: 'queued', parked: false, group: { id: 'g', name: 'Support' }, opened_at: minutes(0), state_since: minutes(0), clocks: [], round: 1,
      public_seq: 0, cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } }, unread: false, may: [], ...more,
    };
    view.may = more.may ?? MAY[view.state];
    const log = { view, entries: [] };
    this.logs.push(log);
    return log;
  }

  append(log: Log, kind: EntryKind, more: Partial<Entry> = {}, view: Partial<CustomerView> = {}): void {
    const entry: Entry = { public_seq: log.entries.length + 1, at: minutes(0), kind, by: { kind: 'agent', id: 'amy', name: 'Amy' }, ...more };
    log.entries.push(entry);
    log.view = { ...log.view, ...view, public_seq: entry.public_seq ?? 0 };
    if (view.state) log.view.may = MAY[view.state];
    this.tell({ type: 'update', conversation: log.view.id, entries: [entry], view: log.view });
  }

  assign(log: Log, name = 'Amy'): void {
    this.append(log, 'assigned', { by: { kind: 'system' }, data: { agent: 'amy', agent_name: name, how: 'automatic' } }, { state: 'awaiting_agent', agent: { id: 'amy', name }, position: undefined });
  }

  reply(log: Log, body: string, more: Partial<Entry> = {}): void {
    this.append(log, 'message', { body, ...more }, { state: 'awaiting_customer' });
  }

  askToEnd(log: Log, summary?: string): void {
    this.append(log, 'asked_to_end', { data: summary ? { summary } : {} }, { state: 'awaiting_confirmation', clocks: [{ clock: 'confirmation_timeout', due: minutes(28) }] });
  }

  finish(log: Log, reason = 'confirmed', state: 'ended' | 'system_ended' = 'ended'): void {
    this.append(log, 'ended', { by: { kind: 'customer' }, data: { state, reason } }, { state, clocks: [{ clock: 'reopen_window', due: minutes(72 * 60) }] });
  }

  staffRead(log: Log, delivered: number, read: number): void {
    log.view.cursors.staff = { delivered, read };
    this.tell({ type: 'cursors', conversation: log.view.id, customer: log.view.cursors.customer, staff: log.view.cursors.staff });
  }

  // What the widget asks for.

  async session(): Promise<WidgetSession> {
    await this.called('session');
    return {
      token: 'token', customer: { id: 'lin', name: 'Lin', identified: false }, site: this.site, categories: this.categories,
      conversations: this.logs.map((log) => log.view).reverse(), limits: { message_characters: 8000, file_bytes: 20 * 1024 * 1024 },
    };
  }

  async conversations(): Promise<CustomerView[]> { return this.logs.map((log) => log.view).reverse(); }

  async start(request: StartRequest): Promise<Snapshot<CustomerView>> {
    await this.called('start');
    const category = this.categories.find((known) => known.id === request.category);
    const log = this.logs.find((one) => !one.view.state.endsWith('ended')) ?? this.conversation({ position: 3, ...(category ? { category } : {}) });
    if (!log.entries.length) this.append(log, 'started', { by: { kind: 'customer' }, data: { group: 'g', ...(category ? { category: category.id } : {}) } });
    if (request.body) this.append(log, 'message', { body: request.body, by: { kind: 'customer' }, client_id: request.client_id });
    return this.copy(log);
  }

  async snapshot(id: Id): Promise<Snapshot<CustomerView>> {
    await this.called('snapshot');
    return this.copy(this.log(id));
  }

  async before(id: Id, number: number): Promise<EntriesPage> {
    const earlier = this.log(id).entries.filter((entry) => (entry.public_seq ?? 0) < number);
    return { entries: earlier.slice(-50), earlier: earlier.length > 50, later: true };
  }

  resolve(id: Id) { return this.command('resolve', id, (log) => this.finish(log)); }
  unresolve(id: Id) { return this.command('unresolve', id, (log) => this.append(log, 'unresolved', { by: { kind: 'customer' } }, { state: 'awaiting_agent', clocks: [] })); }
  end(id: Id) { return this.command('end', id, (log) => this.finish(log, 'customer_ended')); }
  leave(id: Id) { return this.command('leave', id, (log) => this.finish(log, 'customer_left')); }
  changeCategory(id: Id, category: Id) {
    return this.command('category', id, (log) => this.append(log, 'category_changed', { by: { kind: 'customer' }, data: { category, group: 'g' } }, { category: this.categories.find((c) => c.id === category) }));
  }
  rate(id: Id, score: number, comment: string) {
    return this.command('rate', id, (log) => {
      this.append(log, 'rated', { by: { kind: 'customer' }, data: { score, comment, round: 1 } }, { rating: { score, round: 1 } });
      log.view = { ...log.view, may: ['send'] };
      this.tell({ type: 'update', conversation: id, entries: [], view: log.view });
    });
  }

  upload(file: Blob, name: string, progress: (share: number) => void): Upload {
    let cancel: () => void = () => undefined;
    const done = new Promise<Attachment>((resolve, reject) => {
      cancel = () => reject(Refused.network());
      const steps = Math.max(1, Math.round(this.slowMillis / 50));
      let step = 0;
      const timer = setInterval(() => {
        progress(Math.min(1, ++step / steps));
        if (step < steps) return;
        clearInterval(timer);
        const refused = this.refuse.upload;
        if (refused) { reject(new Refused({ ...refused, title: refused.code })); return; }
        const attachment = { id: `file-${this.files.size + 1}`, name, type: file.type || 'application/octet-stream', size: file.size };
        this.files.set(attachment.id, file);
        resolve(attachment);
      }, 50);
    });
    return { done, cancel: () => cancel() };
  }

  async file(id: Id): Promise<Blob> {
    const blob = this.files.get(id);
    if (!blob) throw new Refused({ code: 'not_found', title: 'Not found', status: 404 });
    return blob;
  }

  private async command(name: string, id: Id, change: (log: Log) => void): Promise<CustomerView> {
    await this.called(name);
    const log = this.log(id);
    change(log);
    return structuredClone(log.view);
  }

  private async called(name: string): Promise<void> {
    this.calls.push(name);
    await new Promise((resolve) => setTimeout(resolve, this.slowMillis));
    const refused = this.refuse[name];
    if (refused) throw new Refused({ ...refused, title: refused.code });
    if (this.down) throw Refused.network();
  }

  private heard(frame: ClientFrame): void {
    this.frames.push(frame);
    if (frame.type === 'hello') this.tell({ type: 'hello', protocol: 1, epoch: 'e', server_time: minutes(0), heartbeat_seconds: 25, grace_seconds: 8, limits: {} });
    else if (frame.type === 'heartbeat') this.tell({ type: 'heartbeat', server_time: minutes(0), heads: [] });
    else if (frame.type === 'resume') for (const { conversation, after } of frame.streams) this.resume(conversation, after ?? 0);
    else if (frame.type === 'send') this.store(frame);
    else if (frame.type === 'cursor') this.log(frame.conversation).view.cursors.customer = { delivered: frame.delivered, read: frame.read };
  }

  private resume(id: Id, after: number): void {
    const log = this.log(id);
    const entries = log.entries.slice(after);
    if (entries.length) this.tell({ type: 'update', conversation: id, entries, view: log.view });
    this.tell({ type: 'caught_up', conversation: id, head: log.entries.length, view: log.view });
  }

  private store(frame: ClientFrame & { type: 'send' }): void {
    const refused = this.refuse.send;
    if (refused) { this.tell({ type: 'refused', for: 'send', client_id: frame.client_id, problem: { ...refused, title: refused.code } }); return; }
    const log = this.log(frame.conversation);
    const attachments = (frame.attachments ?? []).map((id) => {
      const blob = this.files.get(id);
      return { id, name: 'file', type: blob?.type ?? '', size: blob?.size ?? 0 };
    });
    this.append(log, 'message', { body: frame.body, by: { kind: 'customer' }, client_id: frame.client_id, ...(attachments.length ? { attachments } : {}) }, { state: log.view.state === 'queued' ? 'queued' : 'awaiting_agent' });
    this.tell({ type: 'ack', client_id: frame.client_id, conversation: log.view.id, public_seq: log.entries.length, at: minutes(0) });
  }

  private copy(log: Log): Snapshot<CustomerView> {
    return structuredClone({ view: log.view, entries: log.entries.slice(-50), earlier: log.entries.length > 50 });
  }

  private log(id: Id): Log {
    const log = this.logs.find((one) => one.view.id === id);
    if (!log) throw new Refused({ code: 'not_found', title: 'Not found', status: 404 });
    return log;
  }
}
