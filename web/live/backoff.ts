/** Milliseconds to wait before attempt `k` (0-based) is repeated: 0.5·2^k s, at most 30 s, ± 50 % so that clients spread. */
export function backoffMillis(k: number, random: () => number = Math.random): number {
  const middle = Math.min(30_000, 500 * 2 ** Math.min(k, 10));
  return Math.round(Math.min(30_000, middle * (0.5 + random())));
}
