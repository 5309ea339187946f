import {
  problemOf, Refused, type Ack, type Attachment, type CustomerView, type EntriesPage, type Id, type Snapshot, type StartRequest, type WidgetSession, type WidgetSessionRequest,
} from '@baton/protocol';

export type Started = Snapshot<CustomerView> & { ack?: Ack };

export interface Upload { done: Promise<Attachment>; cancel: () => void }

/** The customer's side of the REST API. Every method throws Refused with a problem, `network` when nothing answered. */
export interface WidgetApi {
  session(request: WidgetSessionRequest): Promise<WidgetSession>;
  conversations(): Promise<CustomerView[]>;
  /** With the place of the first words, where there were any. */
  start(request: StartRequest): Promise<Started>;
  snapshot(conversation: Id): Promise<Snapshot<CustomerView>>;
  before(conversation: Id, number: number): Promise<EntriesPage>;
  resolve(conversation: Id): Promise<CustomerView>;
  unresolve(conversation: Id): Promise<CustomerView>;
  end(conversation: Id): Promise<CustomerView>;
  leave(conversation: Id): Promise<CustomerView>;
  changeCategory(conversation: Id, category: Id): Promise<CustomerView>;
  rate(conversation: Id, score: number, comment: string): Promise<CustomerView>;
  upload(file: Blob, name: string, progress: (share: number) => void): Upload;
  file(id: Id, preview: boolean): Promise<Blob>;
}

export interface Credentials { token: string | null; language: string }

const RANGE = '/api/v1/widget';

export class FetchWidgetApi implements WidgetApi {
  constructor(private readonly credentials: () => Credentials) {}

  session(request: WidgetSessionRequest) { return this.json<WidgetSession>('POST', '/sessions', request); }

  async conversations() {
    const answer = await this.json<CustomerView[] | { items?: CustomerView[]; conversations?: CustomerView[] }>('GET', '/conversations');
    return Array.isArray(answer) ? answer : answer.conversations ?? answer.items ?? [];
  }

  start(request: StartRequest) { return this.json<Started>('POST', '/conversations', request); }
  snapshot(conversation: Id) { return this.json<Snapshot<CustomerView>>('GET', `/conversations/${conversation}`); }
  before(conversation: Id, number: number) { return this.json<EntriesPage>('GET', `/conversations/${conversation}/entries?before=${number}&limit=50`); }
  resolve(conversation: Id) { return this.command(conversation, 'resolve', {}); }
  unresolve(conversation: Id) { return this.command(conversation, 'unresolve', {}); }
  end(conversation: Id) { return this.command(conversation, 'end', {}); }
  leave(conversation: Id) { return this.command(conversation, 'leave', {}); }
  changeCategory(conversation: Id, category: Id) { return this.command(conversation, 'category', { category }); }
  rate(conversation: Id, score: number, comment: string) { return this.command(conversation, 'rating', { score, ...(comment ? { comment } : {}) }); }

  /** XMLHttpRequest, because fetch does not tell how far an upload has come. */
  upload(file: Blob, name: string, progress: (share: number) => void): Upload {
    const request = new XMLHttpRequest();
    const done = new Promise<Attachment>((resolve, reject) => {
      request.open('POST', `${RANGE}/files`);
      for (const [header, value] of Object.entries(this.headers())) request.setRequestHeader(header, value);
      request.setRequestHeader('X-File-Name', encodeURIComponent(name));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = (event) => { if (event.lengthComputable) progress(event.loaded / event.total); };
      request.onerror = request.onabort = () => reject(Refused.network());
      request.onload = () => {
        const answer = new Response(request.responseText, { status: request.status || 500 });
        if (answer.ok) resolve(JSON.parse(request.responseText) as Attachment);
        else void problemOf(answer).then((problem) => reject(new Refused(problem)));
      };
      request.send(file);
    });
    return { done, cancel: () => request.abort() };
  }

  async file(id: Id, preview: boolean): Promise<Blob> {
    const answer = await this.fetch('GET', `/files/${id}${preview ? '?size=preview' : ''}`);
    return answer.blob();
  }

  private command(conversation: Id, name: string, body: object) {
    return this.json<CustomerView>('POST', `/conversations/${conversation}/${name}`, body);
  }

  private async json<T>(method: string, path: string, body?: object): Promise<T> {
    return (await this.fetch(method, path, body)).json() as Promise<T>;
  }

  private async fetch(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(RANGE + path, {
      method,
      headers: { ...this.headers(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      credentials: 'omit',
      cache: 'no-store',
    }).catch(() => { throw Refused.network(); });
    if (!answer.ok) throw new Refused(await problemOf(answer));
    return answer;
  }

  private headers(): Record<string, string> {
    const { token, language } = this.credentials();
    return { 'Accept-Language': language, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  }
}
