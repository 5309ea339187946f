import type { OpenTransport, Transport, TransportEvents } from '@baton/live';
import type { ClientFrame, Id, Me, ServerFrame, StaffView } from '@baton/protocol';
import type { Backend } from '../store/backend.ts';
import type { FakeCompany } from './fake-company.ts';
import { ME } from './fake-company.ts';

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const problem = (code: string, status: number): Response => json({ code, title: code, status }, status);

/** The company behind REST and the live protocol, inside the page. Development only. */
export function fakeBackend(company: FakeCompany): Backend {
  return { fetch: fakeFetch(company), webSocket: fakeSocket(company), upload: fakeUpload };
}

function me(company: FakeCompany): Me {
  const agent = company.agents.get(ME);
  return {
    account: { id: ME, email: 'amy@example.com', name: agent?.name ?? '', role: 'admin', advisor: false, must_change_password: false, preferences: {} },
    agent: { capacity: agent?.capacity ?? 0, load: agent?.load ?? 0, availability: agent?.availability ?? 'off', availability_since: company.instant(3600) },
    groups: ['g1', 'g2'], csrf: 'x', server_time: company.instant(),
  };
}

function fakeFetch(company: FakeCompany): typeof fetch {
  return async (input, init) => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const url = new URL(String(input), location.origin);
    const path = url.pathname.replace('/api/v1', '');
    const body = init?.body ? JSON.parse(String(init.body)) as Record<string, unknown> : {};
    if (path === '/session') return json(me(company));
    if (path === '/session/preferences') return json(me(company));
    if (path === '/me/availability') { company.availability(ME, body); return json(me(company).agent); }
    if (path === '/catalogue') return json(company.catalogue());
    if (path.startsWith('/customers/')) return json(customer(company, path.split('/')[2] ?? ''));
    if (path.startsWith('/conversations')) return conversations(company, url, path, body);
    return problem('not_found', 404);
  };
}

function customer(company: FakeCompany, id: Id): unknown {
  const all = [...company.logs.values()].map(({ view }) => view);
  const of = all.find((view) => view.customer.id === id);
  const conversations = all.filter((view) => view.customer.name !== undefined && view.customer.name === of?.customer.name);
  return {
    ...of?.customer, site: 's1', external_id: 'U-88412', email: 'lin.xiaoyu@example.com', attributes: { 会员等级: '金卡', orders: 42, vip: true, note: 'a-very-long-value-without-any-space-that-must-not-break-the-column-layout' },
    created_at: company.instant(9_000_000), last_seen_at: company.instant(20), page: 'https://shop.example.com/orders/20250612-8841?from=chat', device: 'Chrome 141 · Windows 11', conversations,
  };
}

function conversations(company: FakeCompany, url: URL, path: string, body: Record<string, unknown>): Response {
  const [, , id = '', verb] = path.split('/');
  if (!id) return json({ items: [...company.logs.values()].map(({ view }) => view).filter((view) => (url.searchParams.get('state') ?? '').split(',').includes(view.state)) });
  const log = company.logs.get(id);
  if (!log) return problem('not_found', 404);
  switch (verb) {
    case undefined: return json(company.snapshot(id));
    case 'entries': {
      const before = Number(url.searchParams.get('before'));
      const earlier = log.entries.filter((entry) => (entry.seq ?? 0) < before);
      return json({ entries: earlier.slice(-50), earlier: earlier.length > 50, later: true });
    }
    default: return command(company, id, verb, body);
  }
}

function command(company: FakeCompany, id: Id, verb: string, body: Record<string, unknown>): Response {
  const by = { kind: 'agent' as const, id: ME, name: company.agents.get(ME)?.name ?? '' };
  const at = company.instant();
  switch (verb) {
    case 'notes': {
      const [entry] = company.happen(id, {}, [{ kind: 'note', by, body: String(body.body), client_id: String(body.client_id) }]);
      return json({ client_id: body.client_id, conversation: id, seq: entry?.seq, public_seq: 0, at });
    }
    case 'pick': company.assign(id, ME, 'pick'); break;
    case 'assign': company.assign(id, String(body.agent), 'supervisor'); break;
    case 'transfer':
      company.happen(id, {}, [{ kind: 'transferred', by, data: { to_agent: body.agent, to_group: body.group, reason: body.reason, note: body.note } }]);
      if (body.agent) company.assign(id, String(body.agent), 'transfer');
      else company.happen(id, { state: 'queued', agent: undefined, group: String(body.group), queued_since: at, clocks: company.clocks(at, [['queue_alarm', 60]]) });
      break;
    case 'ask-to-end': company.happen(id, { state: 'awaiting_confirmation', state_since: at, clocks: company.clocks(at, [['confirmation_timeout', 1800]]) }, [{ kind: 'asked_to_end', by, data: body }]); break;
    case 'withdraw': company.happen(id, { state: 'awaiting_agent', state_since: at, owed_since: at, clocks: [] }, [{ kind: 'withdrawn', by }]); break;
    case 'end': company.happen(id, { state: 'ended', ended_at: at, end_reason: String(body.reason), agent: undefined, last_agent: ME, clocks: [] }, [{ kind: 'ended', by, data: { state: 'ended', reason: body.reason } }]); break;
    case 'category': company.happen(id, { category: String(body.category) }, [{ kind: 'category_changed', by, data: { category: body.category, group: 'g1' } }]); break;
    case 'priority': company.happen(id, { priority: Number(body.priority) }, [{ kind: 'priority_changed', by, data: body }]); break;
    default: return problem('not_found', 404);
  }
  return json(company.log(id).view);
}

function fakeSocket(company: FakeCompany): OpenTransport {
  return (events) => new FakeLine(company, events);
}

class FakeLine implements Transport {
  private readonly following = new Set<Id>();
  private readonly silence: () => void;

  constructor(private readonly company: FakeCompany, private readonly events: TransportEvents) {
    this.silence = company.listen((frame) => {
      if (!('conversation' in frame) || frame.type === 'inbox_gone' || this.following.has(frame.conversation ?? '')) this.tell(frame);
    });
    setTimeout(() => events.opened(), 50);
  }

  private tell(frame: ServerFrame<StaffView>): void { setTimeout(() => this.events.frame(frame), 20); }

  close(): void { this.silence(); }

  send(frame: ClientFrame): void {
    switch (frame.type) {
      case 'hello':
        this.tell({ type: 'hello', protocol: 1, epoch: 'e', server_time: this.company.instant(), heartbeat_seconds: 25, grace_seconds: 8, limits: {} });
        this.tell({ type: 'inbox', items: this.company.inbox() });
        return;
      case 'resume': for (const { conversation, after } of frame.streams) this.resume(conversation, after); return;
      case 'send': this.store(frame); return;
      case 'leave': this.following.delete(frame.conversation); return;
      case 'cursor': this.company.cursor(frame.conversation, 'staff', frame); return;
      case 'heartbeat': this.tell({ type: 'heartbeat', server_time: this.company.instant(), heads: [] }); return;
      case 'typing': case 'watch': return;
    }
  }

  private resume(conversation: Id, after: number | undefined): void {
    this.following.add(conversation);
    const snapshot = this.company.snapshot(conversation, 50);
    if (after === undefined) this.tell({ type: 'reset', conversation, snapshot });
    this.tell({ type: 'caught_up', conversation, head: snapshot.view.seq, view: snapshot.view });
  }

  private store(frame: ClientFrame & { type: 'send' }): void {
    setTimeout(() => {
      const entry = this.company.agentSays(frame.conversation, ME, frame.body, 0, { client_id: frame.client_id });
      this.tell({ type: 'ack', client_id: frame.client_id, conversation: frame.conversation, public_seq: entry?.public_seq ?? 0, at: this.company.instant() });
      setTimeout(() => this.company.cursor(frame.conversation, 'customer', { delivered: entry?.public_seq ?? 0, read: entry?.public_seq ?? 0 }), 1500);
      setTimeout(() => this.company.typing(frame.conversation, true), 2500);
      setTimeout(() => this.company.customerSays(frame.conversation, '好的，明白了 👍'), 5500);
    }, 400);
  }
}

async function fakeUpload(file: File, told: (share: number) => void, signal: AbortSignal): Promise<Response> {
  for (let share = 0; share <= 1; share += 0.1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (signal.aborted) throw new DOMException('cancelled', 'AbortError');
    told(share);
  }
  return json({ id: crypto.randomUUID(), name: file.name, type: file.type || 'application/octet-stream', size: file.size });
}
