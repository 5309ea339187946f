import type { Id } from '@baton/protocol';
import { waitingSince } from './clocks.ts';
import { serverNow } from './now.ts';
import { customerName } from './names.ts';
import type { Notice, NoticeKind } from './notices.ts';
import { preferences } from './preferences.ts';
import { t } from '../words/i18n.ts';
import { span } from '../words/time.ts';

/**
 * Rings once per event, whatever the number of tabs: all tabs hear of everything, one of them (the holder of a lock)
 * rings, and it knows from the others which conversation somebody is looking at.
 */
const lookingAt = new Map<string, Id | null>();
const tab = typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : String(Math.random());
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('baton.looking') : null;
const rung = new Set<string>();
let leader = false;
let giveUp: (() => void) | undefined;
let openConversation: (id: Id) => void = () => undefined;

export function startAttention(account: Id, open: (id: Id) => void): void {
  openConversation = open;
  channel?.addEventListener('message', heard);
  if (!navigator.locks) { leader = true; return; }
  void navigator.locks.request(`baton.ringing.${account}`, () => new Promise<void>((resolve) => {
    leader = true;
    giveUp = resolve;
  })).catch(() => { leader = true; });
}

export function stopAttention(): void {
  leader = false;
  giveUp?.();
  giveUp = undefined;
  channel?.removeEventListener('message', heard);
}

const heard = (event: MessageEvent<{ tab: string; conversation: Id | null }>) => lookingAt.set(event.data.tab, event.data.conversation);

/** This tab shows this conversation to a person (or, with null, none). */
export function looking(conversation: Id | null): void {
  lookingAt.set(tab, conversation);
  channel?.postMessage({ tab, conversation });
}

export function ring(notices: Notice[]): void {
  const fresh = notices.filter((notice) => !rung.has(notice.key) && isWanted(notice));
  for (const { key } of fresh) rung.add(key);
  if (rung.size > 2_000) rung.clear();
  const first = fresh[0];
  if (!leader || preferences.quiet || !first) return;
  const loud = fresh.find(({ kind }) => preferences.notices[kind].sound);
  if (loud) play(loud.kind);
  const shown = fresh.filter(({ kind }) => preferences.notices[kind].desktop);
  if (shown.length > 3) showMany(shown.length);
  else shown.forEach(showOne);
}

function isWanted({ kind, view }: Notice): boolean {
  const wish = preferences.notices[kind];
  return (wish.sound || wish.desktop) && ![...lookingAt.values()].includes(view.id);
}

export const desktopPermission = (): NotificationPermission | 'unsupported' => (typeof Notification === 'function' ? Notification.permission : 'unsupported');

function showOne(notice: Notice): void {
  const { view, kind } = notice;
  const name = customerName(view);
  const body = kind === 'message' || kind === 'assigned' || kind === 'offered' ? view.last?.text ?? '' : t('notice.body_late', { time: span(serverNow() - waitingSince(view)) });
  notify(t(`notice.title_${kind}`, { name }), body, notice.key, () => openConversation(view.id));
}

const showMany = (count: number): void => notify(t('notice.many', { n: count }), '', 'many', () => undefined);

function notify(title: string, body: string, tag: string, clicked: () => void): void {
  if (desktopPermission() !== 'granted') return;
  try {
    const notification = new Notification(title, { body: body.slice(0, 160), tag, silent: true });
    notification.onclick = () => { window.focus(); clicked(); notification.close(); };
  } catch { /* some phones have the name but not the thing */ }
}

/** Two soft notes per kind, made here: nothing to download. Frequencies in Hz. */
const TUNES: Record<NoticeKind, readonly number[]> = {
  message: [740, 988], assigned: [523, 659, 784], offered: [784, 659, 784], late: [440, 440], queued: [659], queue_alarm: [392, 330],
};

let audio: AudioContext | undefined;

export function play(kind: NoticeKind): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    TUNES[kind].forEach((frequency, i) => tone(audio as AudioContext, frequency, (audio as AudioContext).currentTime + i * 0.14));
  } catch { /* no sound on this machine */ }
}

function tone(context: AudioContext, frequency: number, at: number): void {
  const [oscillator, volume] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0008, at + 0.35);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.4);
}
