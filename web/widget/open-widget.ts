import type { Entry, Id } from '@baton/protocol';
import { computed, createApp, h, ref, shallowRef, watch, watchEffect } from 'vue';
import App from './App.vue';
import { Appearance } from './chat/appearance.ts';
import { Chat, type ChatOptions } from './chat/chat.ts';
import { Chime } from './chat/chime.ts';
import { CONTEXT, type Context } from './chat/context.ts';
import { deviceOf } from './chat/device.ts';
import { Files } from './chat/files.ts';
import type { Memory, SessionKeeper } from './chat/session-keeper.ts';
import { Uploads } from './chat/uploads.ts';
import type { WidgetApi } from './chat/widget-api.ts';
import { Host, type Wishes } from './host/host.ts';
import type { ToPage } from './host/message.ts';
import { eventWords } from './words/event-words.ts';
import { languageOf, loadWords, problemWords, type Words } from './words/index.ts';

export interface WidgetParts {
  wishes: Wishes;
  memory: Memory;
  keeper: SessionKeeper;
  api: WidgetApi;
  /** The language as requests tell it; kept up to date here. */
  language: { now: string };
  live: ChatOptions['live'];
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const NOTICE_MILLIS = 6000;
const TICK_MILLIS = 5000;
/** How long an announced identity is waited for before the customer counts as a stranger. */
const IDENTITY_WITHIN = 4000;

/** Puts the parts together: chat, look, sound, host page; and starts. */
export function openWidget(parts: WidgetParts): Promise<void> {
  return new Widget(parts).open();
}

class Widget {
  private readonly language = ref<string>('en');
  /** Loaded before anything is shown. */
  private readonly loaded = shallowRef<Words | null>(null);
  private readonly words = computed(() => this.loaded.value as Words);
  private readonly now = ref(Date.now());
  private readonly notice = ref('');
  private readonly announcement = ref('');
  private readonly fullScreen = ref(false);
  private readonly shown = ref(false);
  private readonly visible = ref(document.visibilityState === 'visible');
  private readonly muted = ref(false);
  private readonly appearance = new Appearance(document.documentElement);
  private readonly chime: Chime;
  private readonly host: Host;
  private readonly chat: Chat;
  private page: string | undefined;
  private noticeTimer: ReturnType<typeof setTimeout> | undefined;
  private identify: ((jwt: string | null) => void) | null = null;

  constructor(private readonly parts: WidgetParts) {
    const { wishes, memory } = parts;
    this.host = new Host(wishes.host, (message) => this.told(message));
    this.chime = new Chime(memory.storage);
    this.muted.value = memory.get('baton.muted') === '1';
    this.shown.value = !this.host.embedded;
    this.fullScreen.value = !this.host.embedded;
    // Known before the session is asked for: agents see where the customer is from the first moment.
    this.page = this.host.embedded ? wishes.page ?? undefined : location.origin + location.pathname;
    this.appearance.wear(wishes.theme);
    this.chat = new Chat({
      ...parts, language: () => shortOf(this.language.value), page: () => this.page,
      arrived: (entries, conversation) => this.arrived(entries, conversation),
      notice: (problem) => this.say(problemWords(problem, this.words.value)),
    });
  }

  async open(): Promise<void> {
    const { wishes } = this.parts;
    const words = this.speak(wishes.language);
    // The session is asked for while the words are on their way.
    if (wishes.identified && this.host.embedded) this.waitForIdentity();
    else void this.begin(null);
    await words;
    this.watch();
    const app = createApp({ render: () => h(App, { site: this.parts.wishes.site, notice: this.notice.value, announcement: this.announcement.value }) });
    app.provide(CONTEXT, this.context());
    app.mount('#app');
    this.greetHost();
  }

  private context(): Context {
    const { api } = this.parts;
    const files = new Files(api);
    const uploads = new Uploads(api, files, () => this.chat.state.session?.limits.file_bytes ?? MAX_FILE_BYTES);
    return {
      chat: this.chat, files, uploads, words: this.words, language: this.language, now: this.now, muted: this.muted, fullScreen: this.fullScreen,
      categories: computed(() => this.chat.state.session?.categories ?? []), embedded: this.host.embedded,
      say: (text) => this.say(text), close: () => this.host.tell({ baton: 1, type: 'close' }),
    };
  }

  private async begin(identity: string | null): Promise<void> {
    const { site } = this.parts.wishes;
    await this.chat.begin({ site, identity, language: shortOf(this.language.value), page: this.page, device: deviceOf(navigator.userAgent) });
  }

  /** The host said that it will tell who this is: no stranger is made in the meantime. */
  private waitForIdentity(): void {
    const timer = setTimeout(() => { this.identify = null; void this.begin(null); }, IDENTITY_WITHIN);
    this.identify = (jwt) => { clearTimeout(timer); this.identify = null; void this.begin(jwt); };
  }

  private watch(): void {
    const { memory } = this.parts;
    document.addEventListener('visibilitychange', () => { this.visible.value = document.visibilityState === 'visible'; });
    setInterval(() => { this.now.value = this.chat.serverNow(); }, TICK_MILLIS);
    watchEffect(() => this.chat.watch(this.shown.value && this.visible.value));
    watch(this.chat.lines, () => { this.now.value = this.chat.serverNow(); });
    watch(this.muted, (muted) => memory.set('baton.muted', muted ? '1' : null));
    watch(this.chat.unreadCount, (count) => this.host.tell({ baton: 1, type: 'unread', count, label: this.words.value.unread(count) }));
    watch(() => this.chat.state.session, (session) => {
      this.appearance.wear(null, session?.site.brand_color);
      if (!this.parts.wishes.language && session?.site.language) void this.speak(session.site.language);
      this.greetHost();
    }, { immediate: true });
  }

  private told(message: ToPage): void {
    switch (message.type) {
      case 'shown': this.shown.value = true; this.fullScreen.value = message.fullScreen; return;
      case 'hidden': this.shown.value = false; return;
      case 'page': this.page = message.url; return;
      case 'language': void this.speak(message.language).then(() => this.greetHost()); return;
      case 'theme': this.appearance.wear(message.theme); return;
      case 'identify': if (this.identify) this.identify(message.jwt); else void this.begin(message.jwt);
    }
  }

  private greetHost(): void {
    const { ground, ink } = this.appearance.launcher;
    this.host.tell({ baton: 1, type: 'ready', color: ground, text: ink, label: this.words.value.open, close: this.words.value.close });
  }

  private async speak(wish: string | null): Promise<void> {
    const language = languageOf([wish, ...navigator.languages]);
    this.parts.language.now = shortOf(language);
    if (!this.loaded.value) this.language.value = language;
    this.loaded.value = await loadWords(language);
    this.language.value = language;
    document.documentElement.lang = language;
    document.title = this.words.value.title;
  }

  /** New lines of the other side: read out once; with a sound when nobody is looking. */
  private arrived(entries: readonly Entry[], conversation: Id): void {
    const words = this.words.value;
    const categories = this.chat.state.session?.categories ?? [];
    const texts = entries.map((entry) => entry.kind === 'message'
      ? words.said(entry.by.name ?? words.staff, entry.body || words.files.file) : eventWords(entry, words, categories));
    const text = texts.filter(Boolean).join('\n');
    // The same words once more are news too: a live region speaks only what has changed.
    this.announcement.value = text === this.announcement.value ? `${text}\u00a0` : text;
    const last = entries.findLast((entry) => entry.kind === 'message' || entry.kind === 'asked_to_end');
    if (!last) return;
    if (this.chat.state.watched) this.chime.seen(conversation, last.public_seq ?? 0);
    else if (!this.muted.value) this.chime.ring(conversation, last.public_seq ?? 0);
  }

  private say(text: string): void {
    this.notice.value = text;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => { this.notice.value = ''; }, NOTICE_MILLIS);
  }
}

/** The server's name of a language. */
const shortOf = (language: string): string => language.slice(0, 2);
