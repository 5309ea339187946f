import { onBeforeUnmount, onMounted } from 'vue';
import { post } from './http.ts';

/** A hand that moves at this screen is told at most this often: the server counts idle seconds in minutes. */
export const TOLD_EVERY_MS = 20_000;

/** Says when to tell; the first movement is told at once. */
export function pacer(everyMillis: number): (at: number) => boolean {
  let last = -Infinity;
  return (at) => {
    if (at - last < everyMillis) return false;
    last = at;
    return true;
  };
}

/** While this component is on screen, the server hears that somebody sits at it. All tabs and devices of a person count as one. */
export function useActivity(): void {
  const due = pacer(TOLD_EVERY_MS);
  const moved = (): void => { if (due(Date.now())) post('/me/activity').catch(() => undefined); };
  const kinds = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
  onMounted(() => { for (const kind of kinds) addEventListener(kind, moved, { passive: true }); });
  onBeforeUnmount(() => { for (const kind of kinds) removeEventListener(kind, moved); });
}
