import type { Client } from '@colyseus/core';
import type { Allowance } from './allowance.ts';
import type { Place } from './seats.ts';
import type { ViewSender } from './viewSender.ts';

/** What a room remembers of one connection. */
export interface Sitter {
  /** Digest of the token by which the connection came: whose seat it is, is asked anew each time. */
  readonly key: string | null;
  /** Null = looks on. */
  place: Place | null;
  readonly sender: ViewSender;
  readonly allowance: Allowance;
  readonly wholes: Allowance;
  /** State of the game that this connection was shown. */
  shown: unknown;
  /** Number of the last notice that it was sent. */
  heard: number;
}

/** The framework's client, seated: `userData` is set when it joins, before anything else. */
export type SeatedClient = Client<{ userData: Sitter }> & { userData: Sitter };

/** What a door-keeper hands over with a connection; never comes from outside. */
export interface Admission {
  /** Digest of the seat's token; null = for looking on. */
  readonly key: string | null;
  readonly plain: boolean;
}
