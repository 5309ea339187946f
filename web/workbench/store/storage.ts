/** Local storage that may be refused or full: what cannot be kept is forgotten at reload, and nothing breaks. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? otherwise : JSON.parse(text) as T;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch { /* refused or full */ }
}

export function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
