/** Runs a piece of work when the browser has nothing better to do. */
export const whenIdle: (work: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (work) => requestIdleCallback(work, { timeout: 200 })
    : (work) => setTimeout(work, 1);
