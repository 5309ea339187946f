/** A reminder to a silent customer: after how long, with which words. */
export interface Reminder { after_seconds: number; texts: Record<string, string> }

/** A policy as the server keeps it: sections of fields; `null` is off. All durations are seconds. */
export type PolicyBody = Record<string, unknown>;
export interface Published { version: number; body: PolicyBody }

export type FieldKind =
  | { is: 'duration'; off: boolean }
  | { is: 'count'; off: boolean; unit: string }
  | { is: 'yes_no' }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'groups' }
  | { is: 'reminders' };

/** `path` is the field's place in the body, and its name in the words and in refusals. */
export interface PolicyField { path: string; kind: FieldKind }
export interface PolicySection { name: string; fields: readonly PolicyField[] }

const duration = (path: string, off = false): PolicyField => ({ path, kind: { is: 'duration', off } });
const yesNo = (path: string): PolicyField => ({ path, kind: { is: 'yes_no' } });
const choice = (path: string, ...of: string[]): PolicyField => ({ path, kind: { is: 'choice', of } });

export const POLICY_SECTIONS: readonly PolicySection[] = [
  { name: 'assignment', fields: [choice('assignment.mode', 'automatic', 'offer', 'manual'), duration('assignment.offer_seconds'), choice('assignment.choice', 'least_loaded', 'longest_idle', 'round_robin')] },
  { name: 'queue', fields: [
    duration('queue.alarm_after_seconds', true), { path: 'queue.alarm_length', kind: { is: 'count', off: true, unit: 'people' } },
    duration('queue.overflow_after_seconds', true), { path: 'queue.overflow_groups', kind: { is: 'groups' } },
    duration('queue.timeout_after_seconds', true), choice('queue.timeout_action', 'end', 'park'), yesNo('queue.ends_when_customer_gone')] },
  { name: 'reply', fields: [duration('reply.nudge_after_seconds', true), duration('reply.alarm_after_seconds', true), duration('reply.alarm_repeat_seconds', true), duration('reply.reassign_after_seconds', true)] },
  { name: 'silence', fields: [duration('silence.silent_after_seconds', true), { path: 'silence.reminders', kind: { is: 'reminders' } }, duration('silence.system_end_after_seconds', true), yesNo('silence.keeps_slot')] },
  { name: 'confirmation', fields: [yesNo('confirmation.asked'), duration('confirmation.timeout_seconds')] },
  { name: 'returning', fields: [duration('returning.same_agent_seconds'), duration('returning.same_conversation_seconds')] },
  { name: 'presence', fields: [duration('presence.grace_seconds'), duration('shift_end.stop_new_work_seconds'), choice('shift_end.action', 'ask', 'queue', 'nothing')] },
  { name: 'rating', fields: [yesNo('rating.asked'), duration('rating.window_seconds'), yesNo('typing_preview')] },
];

/** The defaults of the service flow: what a policy is before anybody published one. */
export const BUILT_IN: PolicyBody = {
  queue: { alarm_after_seconds: 60, alarm_length: 10, overflow_after_seconds: null, overflow_groups: [], timeout_after_seconds: null, timeout_action: 'end', ends_when_customer_gone: false },
  assignment: { mode: 'automatic', offer_seconds: 20, choice: 'least_loaded' },
  reply: { nudge_after_seconds: 60, alarm_after_seconds: 180, alarm_repeat_seconds: 300, reassign_after_seconds: null },
  silence: {
    silent_after_seconds: 300,
    reminders: [
      { after_seconds: 600, texts: { zh: '您好，请问还在吗？看到后直接回复即可，我们会继续为您处理。', en: 'Are you still there? Just reply here and we will carry on.' } },
      { after_seconds: 3600, texts: { zh: '还没有收到您的回复。会话会为您保留，您随时可以继续。', en: 'We have not heard from you. Your conversation is kept; reply whenever you like.' } },
    ],
    system_end_after_seconds: 86_400, keeps_slot: false,
  },
  confirmation: { asked: true, timeout_seconds: 1800 }, returning: { same_agent_seconds: 1800, same_conversation_seconds: 259_200 },
  presence: { grace_seconds: 60 }, shift_end: { stop_new_work_seconds: 900, action: 'ask' }, rating: { asked: true, window_seconds: 259_200 }, typing_preview: false,
};

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
