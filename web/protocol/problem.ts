/** application/problem+json with a stable code; title and detail are in the reader's language. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  params?: Record<string, unknown>;
}

const TRANSIENT = new Set(['overloaded', 'internal', 'too_many_requests', 'clock_moved_on', 'network']);

/** Whether the same request may succeed later without the user doing anything. */
export const isTransient = (problem: Problem): boolean => TRANSIENT.has(problem.code);

/** Seconds that the server asks to wait, or 0. */
export function retryAfterSeconds(problem: Problem): number {
  const seconds = Number(problem.params?.retry_after_seconds ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/** Reads a problem from an answer that is not 2xx; answers without one (a proxy's page) become `internal`. */
export async function problemOf(response: Response): Promise<Problem> {
  const known = await response.json().catch(() => null) as Partial<Problem> | null;
  if (known && typeof known.code === 'string') {
    return { ...known, code: known.code, title: known.title ?? known.code, status: known.status ?? response.status };
  }
  return { code: response.status === 429 ? 'too_many_requests' : 'internal', title: response.statusText || String(response.status), status: response.status };
}

/** A request that was answered by a problem, or not answered at all (code `network`). */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  static network(): Refused {
    return new Refused({ code: 'network', title: 'No connection', status: 0 });
  }
}
