import { onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { get, post, problemIn, put, remove } from '../store/http.ts';
import { desk } from '../store/line.ts';
import { say, sayProblem } from '../store/toasts.ts';
import { t } from '../words/i18n.ts';
import { problemWords } from '../words/problem-words.ts';

export interface AdminList<T> {
  items: ShallowRef<readonly T[]>;
  phase: Ref<'loading' | 'ready' | 'failed'>;
  doing: Ref<boolean>;
  /** Why the last save was refused, in the user's words. */
  fault: Ref<string>;
  load: () => Promise<void>;
  save: (id: string | null, body: unknown) => Promise<unknown>;
  drop: (id: string) => Promise<boolean>;
}

/** A list that admins edit. Another admin's change arrives by itself: whatever they save changes the catalogue. */
export function useAdminList<T>(path: string): AdminList<T> {
  const items = shallowRef<readonly T[]>([]);
  const phase = ref<'loading' | 'ready' | 'failed'>('loading');
  const doing = ref(false);
  const fault = ref('');

  async function load(): Promise<void> {
    try {
      items.value = (await get<{ items: T[] }>(path)).items;
      phase.value = 'ready';
    } catch (error) {
      if (phase.value !== 'ready') phase.value = 'failed';
      sayProblem(error);
    }
  }

  /** Null when it was refused; `fault` says why. */
  async function save(id: string | null, body: unknown): Promise<unknown> {
    doing.value = true;
    fault.value = '';
    try {
      const saved = await (id ? put(`${path}/${id}`, body) : post(path, body));
      say(t('settings.saved'));
      await load();
      return saved ?? {};
    } catch (error) {
      fault.value = problemWords(problemIn(error));
      return null;
    } finally {
      doing.value = false;
    }
  }

  async function drop(id: string): Promise<boolean> {
    try {
      await remove(`${path}/${id}`);
      await load();
      return true;
    } catch (error) {
      sayProblem(error);
      return false;
    }
  }

  onMounted(load);
  watch(() => desk.catalogue, () => { if (phase.value === 'ready') void load(); });
  return { items, phase, doing, fault, load, save, drop };
}
