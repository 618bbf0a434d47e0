import type { RefusalCode } from '../core/refusal.ts';
import type { Command } from '../core/state.ts';
import type { HallCommandName } from './hall.ts';

/**
 * Kinds of connection to a session. The first console is the facilitator's, who comes by the same link
 * meanwhile is a co-facilitator. The head of a seat speaks for it; other members of a cabinet sit beside him.
 */
export const CONNECTIONS = [
  'facilitator',
  'cofacilitator',
  'projector',
  'head',
  'member',
  'observer',
  'stranger',
] as const;
export type Connection = (typeof CONNECTIONS)[number];

type Row = Readonly<Record<Connection, RefusalCode | null>>;

const nobody = 'notFacilitator';
const CONSOLES: Row = {
  facilitator: null,
  cofacilitator: null,
  projector: nobody,
  head: nobody,
  member: nobody,
  observer: nobody,
  stranger: nobody,
};
const LEAD: Row = { ...CONSOLES, cofacilitator: 'notLead' };
const SEATED: Row = {
  facilitator: 'unknownSeat',
  cofacilitator: 'unknownSeat',
  projector: 'unknownSeat',
  head: null,
  member: null,
  observer: 'unknownSeat',
  stranger: nobody,
};

/** What binds a seat as a whole is said by its head alone; the others draft, talk and offer. */
const FOR_HEAD: readonly Command['type'][] = ['ready', 'sign', 'leave', 'keep', 'vote', 'deem'];

/** Whether a command, as it came, is for the head of a seat alone. */
export function isForHead(input: unknown): boolean {
  const type = (input as { readonly type?: unknown } | null)?.type;
  return FOR_HEAD.some((one) => one === type);
}

/** Who may give which command of the hall: null, or why not. The one place that says so. */
export const AUTHORITY: Readonly<Record<HallCommandName, Row>> = {
  start: CONSOLES,
  pause: CONSOLES,
  resume: CONSOLES,
  next: CONSOLES,
  resolve: CONSOLES,
  end: CONSOLES,
  rewind: CONSOLES,
  extend: CONSOLES,
  words: CONSOLES,
  card: CONSOLES,
  preview: CONSOLES,
  say: CONSOLES,
  move: CONSOLES,
  rename: CONSOLES,
  remove: CONSOLES,
  bot: CONSOLES,
  leave: CONSOLES,
  extra: CONSOLES,
  lock: CONSOLES,
  absence: CONSOLES,
  seating: CONSOLES,
  settings: CONSOLES,
  scores: CONSOLES,
  talks: CONSOLES,
  help: SEATED,
  answer: CONSOLES,
  // Who renews the link shuts the others out.
  renew: LEAD,
};
