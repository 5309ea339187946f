import type { StaffView } from '@baton/protocol';
import { computed, onBeforeUnmount, ref, type ComputedRef } from 'vue';

/** Rows stay where they are under a moving pointer: whoever is about to click must not hit another one. */
const HOLD_MILLIS = 2_000;

/** Views in the order they were in; new ones follow. */
export function keptOrder(views: readonly StaffView[], before: readonly string[]): StaffView[] {
  const place = new Map(before.map((id, i) => [id, i]));
  return [...views].sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
}

export function useHeldOrder(views: () => readonly StaffView[]): { shown: ComputedRef<readonly StaffView[]>; hold: () => void } {
  const held = ref(false);
  let order: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown = computed(() => {
    const now = held.value ? keptOrder(views(), order) : views();
    order = now.map(({ id }) => id);
    return now;
  });
  onBeforeUnmount(() => clearTimeout(timer));
  return {
    shown,
    hold: () => {
      held.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => { held.value = false; }, HOLD_MILLIS);
    },
  };
}
