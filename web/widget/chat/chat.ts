import {
  isOver, Refused, type CustomerView, type Entry, type Id, type Problem, type WidgetSession,
} from '@baton/protocol';
import { Live, type LiveOptions, type Outcome, type OutboxItem, type Status, type Thread, type Typist, type Words as Said } from '@baton/live';
import { computed, shallowReactive } from 'vue';
import { linesOf, unreadOf } from './lines.ts';
import type { Memory, SessionKeeper, SessionWish } from './session-keeper.ts';
import type { WidgetApi } from './widget-api.ts';

export interface ChatState {
  phase: 'loading' | 'ready' | 'failed';
  /** Why there is no session, when `failed`. */
  problem: Problem | null;
  session: WidgetSession | null;
  status: Status;
  /** Every conversation we know of, oldest first. */
  known: CustomerView[];
  /** Those on screen, oldest first; the last one is the current one and is followed live. */
  loaded: Id[];
  threads: Map<Id, Thread<CustomerView>>;
  outbox: OutboxItem[];
  typist: Typist | null;
  /** The user has the window in front of them. */
  watched: boolean;
  unread: { conversation: Id; after: number } | null;
  loadingEarlier: boolean;
  /** A command that is on its way. */
  running: string | null;
}

export interface ChatOptions {
  api: WidgetApi;
  keeper: SessionKeeper;
  memory: Memory;
  live: (session: WidgetSession) => Pick<LiveOptions<CustomerView>, 'webSocket' | 'eventStream' | 'locks' | 'random'>;
  language: () => string;
  page: () => string | undefined;
  /** New words of the other side arrived in the current conversation. */
  arrived: (entries: readonly Entry[], conversation: Id) => void;
  notice: (problem: Problem) => void;
}

const MOST_REFUSALS = 3;
const REFUSED_WITHIN = 60_000;
const PROBLEM: Problem = { code: 'internal', title: 'Unexpected', status: 0 };

/** The customer's chat: one session, its conversations, the current one live. The screens read `state` and call methods. */
export class Chat {
  readonly state: ChatState = shallowReactive({
    phase: 'loading', problem: null, session: null, status: { is: 'stopped' }, known: [], loaded: [], threads: shallowReactive(new Map()), outbox: [],
    typist: null, watched: false, unread: null, loadingEarlier: false, running: null,
  });
  readonly current = computed(() => this.state.threads.get(this.state.loaded.at(-1) ?? ''));
  readonly lines = computed(() => linesOf(this.threads(), this.state.outbox, this.state.unread));
  readonly unreadCount = computed(() => unreadOf(this.current.value, this.readHere.get(this.current.value?.view.id ?? '') ?? 0));
  readonly hasEarlier = computed(() => this.state.threads.get(this.state.loaded[0] ?? '')?.earlier === true || this.older() !== undefined);
  private readonly readHere = shallowReactive(new Map<Id, number>());
  private live: Live<CustomerView> | null = null;
  private channel: BroadcastChannel | null = null;
  private wish: SessionWish = { site: '', language: 'en' };
  private begun = 0;
  private readonly following = new Set<Id>();
  private refusals: number[] = [];

  constructor(private readonly options: ChatOptions) {}

  /** Opens or reopens the session: at start, when the customer is identified, when the token is refused. */
  async begin(wish: SessionWish): Promise<void> {
    const turn = ++this.begun;
    this.wish = wish;
    this.close();
    Object.assign(this.state, { phase: 'loading', problem: null, loaded: [], known: [], typist: null, unread: null });
    this.state.threads.clear();
    try {
      const session = await this.options.keeper.begin(wish);
      if (turn !== this.begun) return;
      this.state.session = session;
      this.connect(session);
      this.state.known = [...session.conversations].reverse();
      const newest = this.state.known.at(-1);
      if (newest) await this.follow(newest.id);
      if (turn === this.begun) this.state.phase = 'ready';
    } catch (error) {
      if (turn !== this.begun) return;
      this.state.problem = problemIn(error);
      this.state.phase = 'failed';
    }
  }

  again(): Promise<void> { return this.begin(this.wish); }

  /** Words and files; into the current conversation, or starting one. */
  say(words: Omit<Said, 'conversation'>): void {
    this.state.unread = null;
    this.live?.say({ ...words, conversation: this.current.value?.view.id ?? null });
  }

  /** A category chosen instead of, or before, words. */
  async choose(category: Id): Promise<void> {
    const client_id = crypto.randomUUID();
    await this.run('choose', async () => {
      const snapshot = await this.options.api.start({ client_id, category, language: this.options.language(), page: this.options.page() });
      await this.follow(snapshot.view.id);
      this.channel?.postMessage(snapshot.view.id);
    });
  }

  resolve(): Promise<boolean> { return this.command('resolve', (id) => this.options.api.resolve(id)); }
  unresolve(): Promise<boolean> { return this.command('unresolve', (id) => this.options.api.unresolve(id)); }
  end(): Promise<boolean> { return this.command('end', (id) => this.options.api.end(id)); }
  leave(): Promise<boolean> { return this.command('leave', (id) => this.options.api.leave(id)); }
  changeCategory(category: Id): Promise<boolean> { return this.command('category', (id) => this.options.api.changeCategory(id, category)); }
  rate(score: number, comment: string): Promise<boolean> { return this.command('rate', (id) => this.options.api.rate(id, score, comment)); }

  retry(clientId: Id): void { this.live?.outbox.retry(clientId); }
  discard(clientId: Id): void { this.live?.outbox.discard(clientId); }
  hurry(): void { this.live?.connect(); this.live?.hurry(); }
  typed(): void { if (this.current.value && !isOver(this.current.value.view.state)) this.live?.typed(this.current.value.view.id); }
  serverNow(): number { return this.live?.serverNow() ?? Date.now(); }
  get kept(): boolean { return this.live?.outbox.kept ?? false; }

  /** The user has seen everything down to the newest line. */
  seen(): void {
    const thread = this.current.value;
    if (!thread || !this.state.watched || thread.head <= (this.readHere.get(thread.view.id) ?? thread.view.cursors.customer.read)) return;
    this.readHere.set(thread.view.id, thread.head);
    this.live?.read(thread.view.id, thread.head);
  }

  /** The window came in front of the user, or went. What is unread at that moment gets its line. */
  watch(watched: boolean): void {
    const thread = this.current.value;
    if (watched && !this.state.watched && thread && this.unreadCount.value > 0) {
      this.state.unread = { conversation: thread.view.id, after: Math.max(thread.view.cursors.customer.read, this.readHere.get(thread.view.id) ?? 0) };
    }
    this.state.watched = watched;
  }

  /** One more page upwards: of the oldest conversation on screen, or the conversation before it. */
  async earlier(): Promise<void> {
    if (this.state.loadingEarlier || !this.hasEarlier.value) return;
    this.state.loadingEarlier = true;
    try {
      const top = this.state.threads.get(this.state.loaded[0] ?? '');
      const older = this.older();
      if (top?.earlier) await this.pageOf(top);
      else if (older) {
        const snapshot = await this.options.api.snapshot(older.id);
        this.state.threads.set(older.id, { ...snapshot, head: snapshot.view.public_seq });
        this.state.loaded = [older.id, ...this.state.loaded];
      }
    } catch (error) {
      this.options.notice(problemIn(error));
    } finally {
      this.state.loadingEarlier = false;
    }
  }

  private async pageOf(top: Thread<CustomerView>): Promise<void> {
    const page = await this.options.api.before(top.view.id, top.entries[0]?.public_seq ?? 0);
    if (this.live?.thread(top.view.id)) this.live.earlier(top.view.id, page);
    else this.state.threads.set(top.view.id, { ...top, entries: [...page.entries, ...top.entries], earlier: page.earlier });
  }

  private threads(): Thread<CustomerView>[] {
    return this.state.loaded.map((id) => this.state.threads.get(id)).filter((thread) => thread !== undefined);
  }

  private older(): CustomerView | undefined {
    const place = this.state.known.findIndex((view) => view.id === this.state.loaded[0]);
    return place > 0 ? this.state.known[place - 1] : undefined;
  }

  /** Makes this conversation the current one, live from a fresh snapshot. */
  private async follow(conversation: Id): Promise<void> {
    const snapshot = await this.options.api.snapshot(conversation);
    this.live?.open(conversation, snapshot);
    if (!this.state.known.some((view) => view.id === conversation)) this.state.known = [...this.state.known, snapshot.view];
    if (!this.state.loaded.includes(conversation)) this.state.loaded = [...this.state.loaded, conversation];
    this.state.typist = null;
  }

  private connect(session: WidgetSession): void {
    const live = new Live<CustomerView>({
      ...this.options.live(session),
      scope: `${this.wish.site}.${session.customer.id}`,
      storage: this.options.memory.storage,
      credentials: () => ({ token: this.options.keeper.token ?? undefined, language: this.options.language() }),
      start: (item) => this.start(item),
    });
    this.live = live;
    live.on('status', (status) => this.statusChanged(status));
    live.on('thread', ({ conversation, thread, fresh }) => this.threadChanged(conversation, thread, fresh));
    live.on('outbox', () => { this.state.outbox = live.outbox.all(); });
    live.on('typing', ({ conversation, typist }) => { if (conversation === this.current.value?.view.id) this.state.typist = typist; });
    live.on('moved', ({ ack }) => { this.tryFollow(ack.conversation); this.channel?.postMessage(ack.conversation); });
    live.on('news', ({ conversation }) => this.tryFollow(conversation));
    live.on('gone', ({ conversation }) => this.dropped(conversation));
    live.on('refused', ({ problem, for: what }) => { if (what !== 'typing' && what !== 'cursor') this.options.notice(problem); });
    this.state.outbox = live.outbox.all();
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`baton.${this.wish.site}.${session.customer.id}`);
    if (this.channel) this.channel.onmessage = (event: MessageEvent<unknown>) => { if (typeof event.data === 'string') this.tryFollow(event.data); };
    live.connect();
  }

  /** Another tab, or the server, put our words into a conversation we do not follow yet. */
  private tryFollow(conversation: Id): void {
    if (this.state.loaded.includes(conversation) || this.following.has(conversation)) return;
    this.following.add(conversation);
    this.follow(conversation).finally(() => this.following.delete(conversation)).catch((error: unknown) => this.options.notice(problemIn(error)));
  }

  private statusChanged(status: Status): void {
    this.state.status = status;
    if (status.is === 'signed_out' || status.is === 'revoked') this.refused();
  }

  /** Another tab may have become somebody: what is stored now is good. Refused again and again, trying is no use. */
  private refused(): void {
    this.refusals = [...this.refusals, Date.now()].filter((at) => Date.now() - at < REFUSED_WITHIN);
    if (this.refusals.length <= MOST_REFUSALS) void this.again();
    else Object.assign(this.state, { phase: 'failed', problem: { code: 'internal', title: 'Refused', status: 401 } });
  }

  private threadChanged(conversation: Id, thread: Thread<CustomerView>, fresh: readonly Entry[]): void {
    this.state.threads.set(conversation, thread);
    this.state.known = this.state.known.map((view) => view.id === conversation ? thread.view : view);
    const theirs = fresh.filter((entry) => entry.by.kind !== 'customer');
    if (theirs.length && conversation === this.state.loaded.at(-1)) this.options.arrived(theirs, conversation);
  }

  private dropped(conversation: Id): void {
    this.state.loaded = this.state.loaded.filter((id) => id !== conversation);
    this.state.known = this.state.known.filter((view) => view.id !== conversation);
    this.state.threads.delete(conversation);
  }

  /** The outbox starts a conversation with its first words; repeating is safe by client_id. */
  private async start(item: OutboxItem): Promise<Outcome> {
    const attachments = item.attachments.map((attachment) => attachment.id);
    try {
      const snapshot = await this.options.api.start({
        client_id: item.client_id, body: item.body, language: this.options.language(), page: this.options.page(),
        ...(attachments.length ? { attachments } : {}), ...(item.category ? { category: item.category } : {}),
      });
      const place = { client_id: item.client_id, conversation: snapshot.view.id, public_seq: snapshot.view.public_seq, at: snapshot.view.opened_at };
      return { is: 'acked', ack: snapshot.ack ?? place };
    } catch (error) {
      const problem = problemIn(error);
      return problem.code === 'network' ? { is: 'unknown' } : { is: 'refused', problem };
    }
  }

  private command(name: string, give: (conversation: Id) => Promise<CustomerView>): Promise<boolean> {
    const id = this.current.value?.view.id;
    return id ? this.run(name, async () => { this.live?.viewed(await give(id)); }) : Promise.resolve(false);
  }

  /** One command at a time; whether it was done. What went wrong is told to the user. */
  private async run(name: string, action: () => Promise<void>): Promise<boolean> {
    if (this.state.running) return false;
    this.state.running = name;
    try {
      await action();
      return true;
    } catch (error) {
      this.options.notice(problemIn(error));
      return false;
    } finally {
      this.state.running = null;
    }
  }

  private close(): void {
    this.live?.stop();
    this.live?.outbox.close();
    this.channel?.close();
    this.live = null;
  }
}

const problemIn = (error: unknown): Problem => error instanceof Refused ? error.problem : PROBLEM;
