import { problemOf, Refused, type Attachment } from '@baton/protocol';
import { API, backend } from './backend.ts';

let csrf = '';
let language = 'zh';
let lost: () => void = () => undefined;

/** The token of the session; goes into every unsafe request. */
export const setCsrf = (token: string): void => { csrf = token; };
export const setHttpLanguage = (name: string): void => { language = name; };
/** Called when any answer says that nobody is signed in any more. */
export const onSessionLost = (listener: () => void): void => { lost = listener; };

export const unsafeHeaders = (): Record<string, string> => ({ 'X-Baton-CSRF': csrf });

const headersOf = (): Record<string, string> => ({ 'Accept-Language': language, Accept: 'application/json, application/problem+json' });

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request; throws Refused with the server's problem, or with code `network` when nothing answered. */
export async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const unsafe = method !== 'GET';
  const response = await backend(unsafeHeaders).fetch(API + path, {
    method,
    credentials: 'same-origin',
    headers: { ...headersOf(), ...(unsafe ? { ...unsafeHeaders(), 'Content-Type': 'application/json' } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => { throw signal?.aborted ? error : Refused.network(); });
  return answerOf<T>(response);
}

async function answerOf<T>(response: Response): Promise<T> {
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'not_signed_in') lost();
    throw new Refused(problem);
  }
  if (response.status === 204) return undefined as T;
  return await response.json() as T;
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => request<T>('GET', path, undefined, signal);
export const post = <T>(path: string, body: unknown = {}): Promise<T> => request<T>('POST', path, body);
export const put = <T>(path: string, body: unknown): Promise<T> => request<T>('PUT', path, body);
export const remove = (path: string): Promise<void> => request('DELETE', path);

/** Sends a file's bytes as they are. `told` hears the share that went up, 0 to 1. */
export async function upload(file: File, told: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  const way = backend(unsafeHeaders).upload ?? uploadOverXhr;
  return answerOf<Attachment>(await way(file, told, signal));
}

function uploadOverXhr(file: File, told: (share: number) => void, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', `${API}/files`);
    for (const [name, value] of Object.entries({ ...headersOf(), ...unsafeHeaders() })) xhr.setRequestHeader(name, value);
    xhr.setRequestHeader('X-File-Name', encodeURIComponent(file.name || 'file'));
    xhr.setRequestHeader('Content-Type', 'application/octet-stream');
    xhr.upload.onprogress = (event) => { if (event.lengthComputable) told(event.loaded / event.total); };
    xhr.onload = () => resolve(new Response(xhr.status === 204 ? null : xhr.responseText, { status: xhr.status, statusText: xhr.statusText }));
    xhr.onerror = () => reject(Refused.network());
    xhr.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => xhr.abort());
    xhr.send(file);
  });
}

/** The problem of anything that was thrown; an unforeseen error of ours reads as `internal`. */
export function problemIn(error: unknown): Refused['problem'] {
  return error instanceof Refused ? error.problem : { code: 'internal', title: String(error), status: 0 };
}
