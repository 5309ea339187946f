import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Chime } from './chime.ts';

let tones = 0;
class Sound {
  state = 'running';
  currentTime = 0;
  destination = {};
  resume() { return Promise.resolve(); }
  createOscillator() {
    return { type: '', frequency: { value: 0 }, connect: (next: unknown) => next, start: () => { tones += 1; }, stop: () => undefined };
  }
  createGain() {
    return { gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, connect: (next: unknown) => next };
  }
}
/** Tabs of one browser, touched by the user once. */
function tabs(): [Chime, Chime] {
  const both: [Chime, Chime] = [new Chime(localStorage), new Chime(localStorage)];
  dispatchEvent(new Event('pointerdown'));
  return both;
}

beforeEach(() => { tones = 0; localStorage.clear(); vi.useFakeTimers(); vi.stubGlobal('AudioContext', Sound); });
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

describe('the chime', () => {
  it('rings once a message however many tabs hear it', () => {
    const [one, other] = tabs();
    one.ring('c', 4);
    other.ring('c', 4);
    vi.advanceTimersByTime(1000);
    expect(tones).toBe(2);
    other.ring('c', 5);
    vi.advanceTimersByTime(1000);
    expect(tones).toBe(4);
  });

  it('is silent when another tab has it in front of the user', () => {
    const [hidden, watched] = tabs();
    hidden.ring('c', 4);
    watched.seen('c', 4);
    vi.advanceTimersByTime(1000);
    expect(tones).toBe(0);
  });
});
