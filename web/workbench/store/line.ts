import { Live, type OutboxItem, type Status, type Thread } from '@baton/live';
import { Outbox, type Outcome } from '@baton/live/outbox.ts';
import { isOver, Refused, type Ack, type Catalogue, type EntriesPage, type Entry, type Id, type Me, type ServerFrame, type Snapshot, type StaffView } from '@baton/protocol';
import { shallowRef, triggerRef } from 'vue';
import { ring } from './attention.ts';
import { applyEvent, type DeskEvent } from './apply-event.ts';
import { backend } from './backend.ts';
import { emptyDesk, liveDesk } from './desk.ts';
import { get, post, problemIn, unsafeHeaders } from './http.ts';
import { language } from '../words/i18n.ts';
import { noticesOf, type Notice } from './notices.ts';
import { setTimeSource } from './now.ts';
import { sessionEnded, session, setAgent, setGroups } from './session.ts';
import { storageOrNull } from './storage.ts';
import { sayProblem } from './toasts.ts';

/** The desk of whoever is signed in, and the line that keeps it true. The only file that knows the live client. */
export const desk = liveDesk();
export const connection = shallowRef<Status>({ is: 'stopped' });
/** When the desk was last known to be true, ms since 1970; null while it is. */
export const staleSince = shallowRef<number | null>(null);
/** Grows whenever an outbox changed. */
const outboxes = shallowRef(0);

let live: Live<StaffView> | null = null;
let notes: Outbox | null = null;
let me = '';
const visited: Id[] = [];
const followed = new Set<Id>();
const VISITED_MOST = 12;

export function startLine(who: Me): void {
  stopLine();
  me = who.account.id;
  const shared = { storage: storageOrNull(), ...(navigator.locks ? { locks: navigator.locks } : {}) };
  const { webSocket, eventStream } = backend(unsafeHeaders);
  live = new Live<StaffView>({
    ...shared, webSocket, ...(eventStream ? { eventStream } : {}), scope: me,
    credentials: () => ({ language: language() }),
    deliversHere: (view) => view.agent === me,
  });
  notes = new Outbox({ ...shared, scope: `notes.${me}`, ready: () => connection.value.is === 'online', deliver: deliverNote, changed: outboxChanged, moved: () => undefined });
  setTimeSource(() => live?.serverNow() ?? Date.now());
  listen(live);
  live.connect();
  void loadCatalogue();
}

export function stopLine(): void {
  live?.stop();
  live?.outbox.close();
  notes?.close();
  live = notes = null;
  visited.length = 0;
  followed.clear();
  const { items, threads, typists, agents, read } = emptyDesk();
  for (const [held, none] of [[desk.items, items], [desk.threads, threads], [desk.typists, typists], [desk.agents, agents], [desk.read, read]] as const) if (held.size !== none.size) held.clear();
  desk.loaded = false;
  desk.catalogue = null;
}

function listen(of: Live<StaffView>): void {
  of.on('status', statusChanged);
  of.on('hello', () => notes?.drain());
  of.on('thread', ({ conversation, thread, fresh }) => {
    notes?.settle(fresh.length ? fresh.map((entry) => entry.client_id) : thread.entries.slice(-50).map((entry) => entry.client_id));
    tell({ type: 'thread', conversation, thread });
  });
  of.on('outbox', outboxChanged);
  of.on('typing', ({ conversation, typist }) => tell({ type: 'typist', conversation, typist }));
  of.on('gone', ({ conversation }) => { followed.delete(conversation); tell({ type: 'gone', conversation }); });
  of.on('refused', ({ problem }) => sayProblem(new Refused(problem)));
  of.on('frame', heard);
}

function statusChanged(status: Status): void {
  connection.value = status;
  if (status.is === 'online') staleSince.value = null;
  else staleSince.value ??= Date.now();
  if (status.is === 'signed_out') sessionEnded('expired');
  if (status.is === 'revoked') sessionEnded('revoked');
}

function heard(frame: ServerFrame<StaffView>): void {
  switch (frame.type) {
    case 'inbox': case 'inbox_item': tell(frame); followMine(); return;
    case 'inbox_gone': tell(frame); followMine(); return;
    case 'team': tell(frame); if (frame.agent === me) setAgent({ availability: frame.availability, availability_since: frame.availability_since, ...(frame.availability_reason ? { availability_reason: frame.availability_reason } : {}), load: frame.load, capacity: frame.capacity }); return;
    case 'catalogue_changed': void loadCatalogue(); return;
    default:
  }
}

/** Changes the desk, and rings for what that means to me. The first list is no news. */
function tell(event: DeskEvent): void {
  const wasLoaded = desk.loaded;
  const ids = event.type === 'inbox' ? event.items.map(({ id }) => id) : event.type === 'inbox_item' ? [event.view.id] : event.type === 'thread' ? [event.conversation] : [];
  const before = new Map(ids.map((id) => [id, desk.items.get(id)]));
  applyEvent(desk, event);
  if (!wasLoaded) return;
  const notices: Notice[] = ids.flatMap((id) => {
    const after = desk.items.get(id);
    return after && after !== before.get(id) ? noticesOf(before.get(id), after, me) : [];
  });
  ring(notices);
}

/** My own conversations are followed entry by entry, so that they open at once and count as delivered. */
function followMine(): void {
  const mine = new Set([...desk.items.values()].filter((view) => view.agent === me && !isOver(view.state)).map(({ id }) => id));
  for (const id of mine) {
    if (followed.has(id)) continue;
    followed.add(id);
    live?.open(id);
  }
  for (const id of [...followed]) if (!mine.has(id) && !visited.includes(id)) unfollow(id);
}

function unfollow(id: Id): void {
  followed.delete(id);
  live?.leave(id);
  desk.threads.delete(id);
  desk.typists.delete(id);
}

/** Opens a conversation for reading; throws Refused when it cannot be seen. */
export async function visit(id: Id): Promise<void> {
  visited.splice(0, visited.length, id, ...visited.filter((other) => other !== id));
  if (!desk.threads.has(id)) {
    const snapshot = await get<Snapshot<StaffView>>(`/conversations/${id}`);
    followed.add(id);
    live?.open(id, snapshot);
  }
  for (const old of visited.splice(VISITED_MOST)) if (desk.items.get(old)?.agent !== me) unfollow(old);
}

/** A page of earlier entries; false when there are no more. */
export async function loadEarlier(id: Id): Promise<boolean> {
  const thread = desk.threads.get(id);
  const first = thread?.entries[0]?.seq;
  if (!thread?.earlier || first === undefined) return false;
  live?.earlier(id, await get<EntriesPage>(`/conversations/${id}/entries?before=${first}&limit=50`));
  return true;
}

export async function loadCatalogue(): Promise<void> {
  try {
    const catalogue = await get<Catalogue>('/catalogue');
    applyEvent(desk, { type: 'catalogue', catalogue });
    const mine = catalogue.agents.find(({ id }) => id === me);
    if (mine) {
      setGroups(mine.groups);
      setAgent({ availability: mine.availability, availability_since: mine.availability_since, ...(mine.availability_reason ? { availability_reason: mine.availability_reason } : {}), load: mine.load, capacity: mine.capacity });
    }
  } catch (error) {
    if (session.phase === 'in') setTimeout(() => { if (live && !desk.catalogue) void loadCatalogue(); }, 2_000);
    if (problemIn(error).code !== 'network') sayProblem(error);
  }
}

/** The view that a command answered with. */
export function viewed(view: StaffView): void {
  live?.viewed(view);
  tell({ type: 'viewed', view });
}

export const sayWords = (words: { conversation: Id; body: string; attachments: OutboxItem['attachments'] }): void => { live?.say(words); };
export const sayNote = (conversation: Id, body: string): void => { notes?.say({ conversation, body }); };

async function deliverNote(item: OutboxItem): Promise<Outcome> {
  try {
    return { is: 'acked', ack: await post<Ack>(`/conversations/${item.conversation}/notes`, { client_id: item.client_id, body: item.body }) };
  } catch (error) {
    const problem = problemIn(error);
    return problem.code === 'network' ? { is: 'unknown' } : { is: 'refused', problem };
  }
}

function outboxChanged(): void {
  outboxes.value += 1;
  triggerRef(outboxes);
}

export interface Unsent { item: OutboxItem; note: boolean }

/** What is on its way to a conversation, in the order of writing. */
export function unsentOf(conversation: Id): Unsent[] {
  if (outboxes.value < 0) return [];
  const words = (live?.outbox.items(conversation) ?? []).map((item) => ({ item, note: false }));
  const written = (notes?.items(conversation) ?? []).map((item) => ({ item, note: true }));
  return [...words, ...written].sort((a, b) => a.item.at - b.item.at);
}

export const unsentIsKept = (): boolean => outboxes.value >= 0 && live?.outbox.kept !== false;
const boxOf = ({ note }: Unsent): Outbox | undefined => (note ? notes : live?.outbox) ?? undefined;
export const retryUnsent = (unsent: Unsent): void => boxOf(unsent)?.retry(unsent.item.client_id);
export const discardUnsent = (unsent: Unsent): OutboxItem | undefined => boxOf(unsent)?.discard(unsent.item.client_id);

/** I saw everything up to here. Only the assigned agent's eyes count for the customer. */
export function sawUpTo(thread: Thread<StaffView>, publicSeq: number): void {
  const { id, agent } = thread.view;
  if ((desk.read.get(id) ?? 0) >= publicSeq) return;
  tell({ type: 'read', conversation: id, public_seq: publicSeq });
  if (agent === me) live?.read(id, publicSeq);
}

export const typed = (conversation: Id): void => live?.typed(conversation);
export const stoppedTyping = (): void => live?.stoppedTyping();
export const watchAll = (all: boolean): void => live?.watch(all);
export const hurry = (): void => live?.hurry();
/** Takes the connection back from where it went. */
export const reconnect = (): void => live?.connect();

export type { Entry };
