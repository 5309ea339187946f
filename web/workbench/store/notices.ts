import type { Id, StaffView } from '@baton/protocol';

/** What may ring, one setting each. */
export const NOTICE_KINDS = ['message', 'assigned', 'offered', 'late', 'queued', 'queue_alarm'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that happened once, whatever the number of tabs that hear of it: `key` is the same in all. */
export interface Notice { kind: NoticeKind; key: string; view: StaffView }

/** What changed for this person between two views of a conversation; `before` is absent when it was not on the desk. */
export function noticesOf(before: StaffView | undefined, after: StaffView, me: Id): Notice[] {
  const told = (kind: NoticeKind, mark: string | number | undefined): Notice => ({ kind, key: `${after.id} ${kind} ${mark ?? ''}`, view: after });
  const notices: Notice[] = [];
  const mine = after.agent === me;
  if (mine && before?.agent !== me && isOpen(after)) notices.push(told('assigned', after.assigned_at ?? after.seq));
  else if (mine && wroteNow(before, after)) notices.push(told('message', after.public_seq));
  if (after.offered_to === me && before?.offered_to !== me) notices.push(told('offered', after.seq));
  if (mine && before && ((after.nudged && !before.nudged) || after.alarms > before.alarms)) notices.push(told('late', `${after.unanswered_since} ${after.alarms}`));
  if (after.state === 'queued' && !after.parked) {
    if (before?.state !== 'queued') notices.push(told('queued', after.queued_since));
    else if (after.queue_alarmed && !before.queue_alarmed) notices.push(told('queue_alarm', after.queued_since));
  }
  return notices;
}

const isOpen = (view: StaffView): boolean => view.state !== 'ended' && view.state !== 'system_ended';

function wroteNow(before: StaffView | undefined, after: StaffView): boolean {
  const last = after.last;
  const by = typeof last?.by === 'string' ? last.by : last?.by.kind;
  return by === 'customer' && last?.kind === 'message' && last.at !== before?.last?.at;
}
