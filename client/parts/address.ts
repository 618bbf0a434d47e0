/** Address of a game's page. The code is public; the right to a seat lies in the device's storage. */
export function gameAddress(code: string): string {
  return `/game.html?c=${encodeURIComponent(code)}`;
}

/** Address of the welcome step, where a seat is chosen. */
export function joinAddress(code: string): string {
  return `/join.html?c=${encodeURIComponent(code)}`;
}

/** The code that the page's address names, in capitals; empty when it names none. */
export function codeFromAddress(): string {
  const asked = new URLSearchParams(location.search).get('c') ?? location.hash.slice(1);
  return asked
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 12);
}

/** Address of a session's console; its key lies in the device's storage. */
export function consoleAddress(code: string): string {
  return `/console.html?s=${encodeURIComponent(code)}`;
}
