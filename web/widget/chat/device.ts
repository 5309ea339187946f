/** The browser and system in two words, for the agent: "Chrome · Windows". From the user agent, a hint and no more. */
export function deviceOf(userAgent: string): string {
  const first = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = first([[/MicroMessenger/, 'WeChat'], [/Edg/, 'Edge'], [/OPR|Opera/, 'Opera'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']]);
  const system = first([[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']]);
  return [browser, system].filter(Boolean).join(' · ');
}
