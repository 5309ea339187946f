import { nextTick, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const NEAR = 60;

/**
 * Keeps a scroller at its bottom while the user is there, leaves it alone while they read above, and holds what they
 * read in place when earlier lines come in on top.
 */
export function useStick(scroller: Ref<HTMLElement | null>, content: Ref<HTMLElement | null>, reachedTop: () => void, starts: 'top' | 'bottom') {
  const atBottom = ref(starts === 'bottom');
  let watcher: ResizeObserver | null = null;
  let height = 0;
  let bottomGap = 0;

  const measure = () => {
    const s = scroller.value;
    if (!s) return;
    bottomGap = s.scrollHeight - s.scrollTop - s.clientHeight;
    atBottom.value = bottomGap < NEAR;
    height = s.scrollHeight;
  };
  const toBottom = (smooth = false) => {
    const s = scroller.value;
    if (!s) return;
    s.scrollTo({ top: s.scrollHeight, behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant' });
    atBottom.value = true;
    bottomGap = 0;
  };
  const scrolled = () => {
    measure();
    if ((scroller.value?.scrollTop ?? 99) < 80) reachedTop();
  };
  const resized = () => {
    if (atBottom.value) toBottom();
    height = scroller.value?.scrollHeight ?? height;
  };
  /** Runs a change that adds lines on top, and holds the view where it was. */
  const holding = async (change: () => Promise<void>) => {
    measure();
    const gap = bottomGap;
    await change();
    await nextTick();
    const s = scroller.value;
    if (s && s.scrollHeight !== height) s.scrollTop = s.scrollHeight - s.clientHeight - gap;
  };

  onMounted(() => {
    if (starts === 'bottom') toBottom();
    watcher = new ResizeObserver(resized);
    if (content.value) watcher.observe(content.value);
    if (scroller.value) watcher.observe(scroller.value);
  });
  onBeforeUnmount(() => watcher?.disconnect());
  return { atBottom, toBottom, scrolled, holding };
}
