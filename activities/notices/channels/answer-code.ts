/**
 * The code at a path of a JSON answer, as `data.code`; `unreadable` when there is none. Codes only are kept of what other
 * people's systems say, and cut short: their sentences quote addresses.
 */
export function answerCodeOf(answer: string, path: string): string {
  try {
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], JSON.parse(answer));
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 20) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
