import { isOver, type Id, type StaffView } from '@baton/protocol';
import { waitingSince } from './clocks.ts';

/** Whose move it is, as the person who looks would say it. */
export type Turn = 'me' | 'colleague' | 'nobody_yet' | 'customer' | 'confirm' | 'over';

export function turnOf(view: StaffView, me: Id): Turn {
  switch (view.state) {
    case 'queued': return 'nobody_yet';
    case 'awaiting_agent': return view.agent === me ? 'me' : 'colleague';
    case 'awaiting_customer': return 'customer';
    case 'awaiting_confirmation': return 'confirm';
    case 'ended': case 'system_ended': return 'over';
  }
}

/** A list in the order of need, and those that need nobody folded below. */
export interface Listed { waiting: StaffView[]; others: StaffView[]; folded: StaffView[] }

const longestFirst = (a: StaffView, b: StaffView): number => waitingSince(a) - waitingSince(b) || a.id.localeCompare(b.id);
const latestFirst = (a: StaffView, b: StaffView): number => waitingSince(b) - waitingSince(a) || a.id.localeCompare(b.id);

/** My conversations: who waits for me, longest first; then whose answer I wait for, newest first; then the silent ones. */
export function mineOf(items: Iterable<StaffView>, me: Id): Listed {
  return split([...items].filter((view) => view.agent === me && !isOver(view.state)), (view) => view.state === 'awaiting_agent');
}

/** Everything open that I may see: who waits for anybody, longest first; then the customers' turns; then the silent ones. */
export function openOf(items: Iterable<StaffView>): Listed {
  return split([...items].filter((view) => !isOver(view.state)), (view) => view.state === 'awaiting_agent' || (view.state === 'queued' && !view.parked));
}

function split(views: StaffView[], isWaiting: (view: StaffView) => boolean): Listed {
  const folds = (view: StaffView) => view.silent || view.parked;
  return {
    waiting: views.filter(isWaiting).sort(longestFirst),
    others: views.filter((view) => !isWaiting(view) && !folds(view)).sort(latestFirst),
    folded: views.filter((view) => !isWaiting(view) && folds(view)).sort(latestFirst),
  };
}

/** The queue, as it will be served: higher priority first, then who has waited longest; what waits for opening hours is folded. */
export function queueOf(items: Iterable<StaffView>): Listed {
  const queued = [...items].filter((view) => view.state === 'queued');
  const inOrder = (a: StaffView, b: StaffView) => b.priority - a.priority || longestFirst(a, b);
  return { waiting: queued.filter((view) => !view.parked).sort(inOrder), others: [], folded: queued.filter((view) => view.parked).sort(inOrder) };
}

/** The conversation that needs this agent next, after the one they look at. */
export function nextWaiting(listed: Listed, current: Id | undefined): StaffView | undefined {
  return listed.waiting.find((view) => view.id !== current);
}
