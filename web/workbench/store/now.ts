import { shallowRef } from 'vue';

/** The server's clock, ms since 1970, told once a second while somebody looks. Countdowns go by it. */
export const now = shallowRef(Date.now());

let source: () => number = () => Date.now();

/** Where the time comes from: the live connection knows how far this machine's clock is off. */
export function setTimeSource(of: () => number): void {
  source = of;
  tick();
}

export const serverNow = (): number => source();

function tick(): void {
  now.value = source();
}

let timer: ReturnType<typeof setInterval> | undefined;

/** Starts telling; nothing is told to a page that nobody sees. */
export function startTicking(): void {
  if (timer) return;
  timer = setInterval(() => { if (document.visibilityState === 'visible') tick(); }, 1000);
  document.addEventListener('visibilitychange', tick);
}
