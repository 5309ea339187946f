import { Refused, type Availability, type AgentStatus, type Me } from '@baton/protocol';
import { shallowReactive } from 'vue';
import { get, onSessionLost, post, put, remove, setCsrf } from './http.ts';
import { adoptPreferences, forgetAccount } from './preferences.ts';
import { sayProblem } from './toasts.ts';

/** Why nobody is signed in: the sign-in page says it. */
export type WhyOut = 'expired' | 'revoked' | 'signed_out' | null;

export interface Session {
  phase: 'booting' | 'unreachable' | 'out' | 'in';
  me: Me | null;
  why: WhyOut;
}

export const session = shallowReactive<Session>({ phase: 'booting', me: null, why: null });

type Listener = { in: (me: Me) => void; out: () => void };
let listener: Listener = { in: () => undefined, out: () => undefined };

/** Tabs of one browser share the cookie: they come in and go out together. */
const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('baton.session') : null;

export function startSession(on: Listener): void {
  listener = on;
  onSessionLost(() => leave(whyAsked));
  tabs?.addEventListener('message', () => { void check(); });
  void boot();
}

/** Asks who is signed in, until the server answers. */
async function boot(waitMillis = 1_000): Promise<void> {
  try {
    enter(await get<Me>('/session'));
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) { leave(null); return; }
    session.phase = 'unreachable';
    setTimeout(() => void boot(Math.min(waitMillis * 2, 15_000)), waitMillis);
  }
}

/** Why the server is being asked: the same request may hear that the session is over before we do. */
let whyAsked: WhyOut = 'expired';

/** Another tab signed in or out, or the socket says that the session is over: what does the server say? */
export async function check(why: WhyOut = 'expired'): Promise<void> {
  whyAsked = why;
  try {
    const me = await get<Me>('/session');
    if (session.phase !== 'in' || me.account.id !== session.me?.account.id) enter(me);
    else setMe(me);
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) leave(why);
  } finally {
    whyAsked = 'expired';
  }
}

function setMe(me: Me): void {
  setCsrf(me.csrf);
  session.me = me;
}

function enter(me: Me): void {
  if (session.phase === 'in') listener.out();
  setMe(me);
  session.why = null;
  session.phase = 'in';
  adoptPreferences(me.account.language, me.account.preferences);
  if (!me.account.must_change_password) listener.in(me);
}

function leave(why: WhyOut): void {
  if (session.phase === 'out') return;
  listener.out();
  forgetAccount();
  session.me = null;
  session.why = session.phase === 'in' ? why : null;
  session.phase = 'out';
}

export async function signIn(email: string, password: string): Promise<void> {
  enter(await post<Me>('/session', { email, password }));
  tabs?.postMessage('in');
}

export async function signOut(): Promise<void> {
  await remove('/session').catch((error: unknown) => {
    if (!(error instanceof Refused) || error.problem.status !== 401) throw error;
  });
  leave('signed_out');
  tabs?.postMessage('out');
}

/** The socket was closed over the session: 4001 or 4003. */
export function sessionEnded(why: 'expired' | 'revoked'): void {
  void check(why);
}

export async function changePassword(current: string, next: string): Promise<void> {
  const forced = session.me?.account.must_change_password === true;
  const me = await post<Me>('/session/password', { current, next });
  if (forced) enter(me);
  else setMe(me);
}

export async function setAvailability(availability: Availability, reason?: string): Promise<void> {
  try {
    setAgent(await put<AgentStatus>('/me/availability', { availability, ...(reason ? { reason } : {}) }));
  } catch (error) {
    sayProblem(error);
  }
}

/** My own availability, load and capacity, as told by the team's news. */
export function setAgent(agent: Partial<AgentStatus>): void {
  const me = session.me;
  if (!me) return;
  const now = { ...me.agent, ...agent };
  // A break that is over has no reason any more.
  if (agent.availability && !agent.availability_reason) delete now.availability_reason;
  session.me = { ...me, agent: now };
}

export function setGroups(groups: string[]): void {
  const me = session.me;
  if (me && groups.join() !== me.groups.join()) session.me = { ...me, groups };
}
