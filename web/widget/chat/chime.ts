/** Time for a tab that is looked at to say so, ms. */
const OTHERS_FIRST = 250;

/**
 * Two soft tones, made here rather than loaded. Browsers allow sound only after the user touched the page; before
 * that it stays silent. One tab rings per message: the first to write its place into storage; and none when the user
 * has one of them in front of them, which writes at once and rings not.
 */
export class Chime {
  private context: AudioContext | null = null;

  constructor(private readonly storage: Storage | null) {
    const unlock = () => { this.context ??= audio(); void this.context?.resume(); };
    addEventListener('pointerdown', unlock, { once: true });
    addEventListener('keydown', unlock, { once: true });
  }

  ring(conversation: string, place: number): void {
    setTimeout(() => { if (this.first(`${conversation}:${place}`)) this.sound(); }, OTHERS_FIRST);
  }

  /** The user sees it: nobody rings. */
  seen(conversation: string, place: number): void {
    this.first(`${conversation}:${place}`);
  }

  private sound(): void {
    const context = this.context;
    if (!context || context.state !== 'running') return;
    this.tone(context, 660, context.currentTime, 0.16);
    this.tone(context, 880, context.currentTime + 0.11, 0.24);
  }

  private first(mark: string): boolean {
    try {
      if (this.storage?.getItem('baton.rang') === mark) return false;
      this.storage?.setItem('baton.rang', mark);
    } catch { /* without storage every tab rings */ }
    return true;
  }

  private tone(context: AudioContext, hertz: number, at: number, seconds: number): void {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }
}

function audio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}
