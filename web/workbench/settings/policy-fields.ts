import type { Schemas } from '@baton/protocol/schemas.ts';

/** A reminder to a silent customer: after how long, with which words. */
export interface Reminder { after_seconds: number; texts: Record<string, string> }

/** Whom a conversation may be given to after which wait: agents of at least this proficiency in the group. */
export interface Ring { after_seconds: number; least_proficiency: number }

/** A policy as the server keeps it: sections of fields; `null` is off. All durations are seconds. */
export type PolicyBody = Record<string, unknown>;
export interface Published { version: number; body: PolicyBody }

export type FieldKind =
  | { is: 'duration'; off: boolean }
  | { is: 'count'; off: boolean; unit: string }
  | { is: 'yes_no' }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'groups' }
  | { is: 'reminders' }
  | { is: 'rings' };

/** Every place of a policy, as the server describes it: a section and a field, or a field on its own. */
type PathOf<Policy> = { [Section in keyof Policy & string]-?: NonNullable<Policy[Section]> extends boolean ? Section : `${Section}.${keyof NonNullable<Policy[Section]> & string}` }[keyof Policy & string];
export type PolicyPath = PathOf<Schemas['Policy']>;

/** `path` is the field's place in the body, and its name in the words and in refusals. */
export interface PolicyField { path: PolicyPath; kind: FieldKind }
export interface PolicySection { name: string; fields: readonly PolicyField[] }

const duration = (path: PolicyPath, off = false): PolicyField => ({ path, kind: { is: 'duration', off } });
const yesNo = (path: PolicyPath): PolicyField => ({ path, kind: { is: 'yes_no' } });
const choice = (path: PolicyPath, ...of: string[]): PolicyField => ({ path, kind: { is: 'choice', of } });

/** What can be set here; parts of a policy that no screen serves yet are kept as they are. */
export const POLICY_SECTIONS: readonly PolicySection[] = [
  { name: 'assignment', fields: [choice('assignment.mode', 'automatic', 'offer', 'manual'), duration('assignment.offer_seconds'), { path: 'assignment.offer_misses', kind: { is: 'count', off: true, unit: 'times' } }, choice('assignment.choice', 'least_loaded', 'longest_idle', 'round_robin'), yesNo('assignment.last_agent_first'), yesNo('assignment.account_agent_first'), { path: 'assignment.rings', kind: { is: 'rings' } }] },
  { name: 'queue', fields: [
    duration('queue.alarm_after_seconds', true), { path: 'queue.alarm_length', kind: { is: 'count', off: true, unit: 'people' } },
    duration('queue.overflow_after_seconds', true), { path: 'queue.overflow_groups', kind: { is: 'groups' } },
    duration('queue.timeout_after_seconds', true), choice('queue.timeout_action', 'end', 'park'), duration('queue.ageing_seconds'),
    { path: 'queue.max_length', kind: { is: 'count', off: true, unit: 'people' } }, { path: 'queue.reopen_length', kind: { is: 'count', off: true, unit: 'people' } }, choice('queue.closed_action', 'park', 'refuse')] },
  { name: 'transfer', fields: [yesNo('transfer.asks_receiver'), duration('transfer.accept_seconds'), { path: 'transfer.bounce_limit', kind: { is: 'count', off: true, unit: 'times' } }] },
  { name: 'reply', fields: [duration('reply.nudge_after_seconds', true), duration('reply.alarm_after_seconds', true), duration('reply.alarm_repeat_seconds', true), duration('reply.reassign_after_seconds', true)] },
  { name: 'silence', fields: [duration('silence.silent_after_seconds', true), { path: 'silence.reminders', kind: { is: 'reminders' } }, duration('silence.system_end_after_seconds', true), yesNo('silence.keeps_slot')] },
  { name: 'confirmation', fields: [yesNo('confirmation.asked'), duration('confirmation.timeout_seconds')] },
  { name: 'returning', fields: [duration('returning.same_agent_seconds'), duration('returning.same_conversation_seconds')] },
  { name: 'presence', fields: [duration('presence.grace_seconds'), duration('presence.idle_away_seconds', true), duration('shift_end.stop_new_work_seconds'), choice('shift_end.action', 'ask', 'queue', 'nothing')] },
  { name: 'rating', fields: [yesNo('rating.asked'), duration('rating.window_seconds'), yesNo('typing_preview')] },
];

export function valueAt(body: PolicyBody, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], body);
}

/** The same policy with one value changed; the given one stays as it is. */
export function withValue(body: PolicyBody, path: string, value: unknown): PolicyBody {
  const [key = '', ...rest] = path.split('.');
  return { ...body, [key]: rest.length ? withValue((body[key] ?? {}) as PolicyBody, rest.join('.'), value) : value };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields in which two policies differ. */
export const changesBetween = (a: PolicyBody, b: PolicyBody): string[] =>
  POLICY_SECTIONS.flatMap(({ fields }) => fields).map(({ path }) => path).filter((path) => !same(valueAt(a, path), valueAt(b, path)));

export const UNITS = [['second', 1], ['minute', 60], ['hour', 3600], ['day', 86_400]] as const;
export type Unit = (typeof UNITS)[number][0];

/** Seconds in the largest unit that keeps them whole: 90 is 90 seconds, 1800 is 30 minutes. */
export function inUnit(seconds: number): { count: number; unit: Unit } {
  const [unit, size] = UNITS.findLast(([, one]) => seconds >= one && seconds % one === 0) ?? UNITS[0];
  return { count: seconds / size, unit };
}

export const secondsOf = (count: number, unit: Unit): number => Math.round(count * (UNITS.find(([name]) => name === unit)?.[1] ?? 1));
