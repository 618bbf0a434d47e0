/** Why the server closed a connection, as WebSocket close codes of the application's own range. */
export const CLOSING = {
  /** Another device or tab took the seat: do not come back by yourself. */
  moved: 4100,
  /** The host took the seat away. */
  removed: 4101,
  /** The game was deleted. */
  deleted: 4102,
  /** The room failed and is made anew from the store: come back. */
  remade: 4103,
  /** The facilitator gave the person another seat: come back by the session's code. */
  reseated: 4104,
} as const;

/** The framework's own: the server shuts down in good order. */
export const SHUTDOWN = 4001;
/** The framework's own: a message could not be read, or far too many came. */
export const MISUSE = 4002;
/** A message larger than the server takes (WebSocket's own). */
export const TOO_BIG = 1009;
