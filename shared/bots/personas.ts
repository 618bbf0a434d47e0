import type { Power } from '../core/powers.ts';

/** How a bot values what it looks at, and what its word is worth. */
export interface Persona {
  readonly id: string;
  /** Points of expected score that an order must bring before it is worth its capital, per unit of capital. */
  readonly thrift: number;
  /** Weight of a squeeze, closure or escalation against others: below 1 the bot shrinks from it. */
  readonly edge: number;
  /** Points that an offer must bring before it is signed. Nobody is told. */
  readonly reserve: number;
  /** How heavily it weighs what it gives against the chance that the other breaks his word. */
  readonly caution: number;
  /** Points that a broken word of its own costs it, beside what the rules take. */
  readonly honour: number;
}

export const PERSONAS: Readonly<Record<string, Persona>> = {
  pragmatist: {
    id: 'pragmatist',
    thrift: 0.05,
    edge: 1,
    reserve: 0.05,
    caution: 0.3,
    honour: 0.8,
  },
  hardliner: { id: 'hardliner', thrift: 0.03, edge: 1.3, reserve: 0.08, caution: 0.5, honour: 0.3 },
  dealmaker: { id: 'dealmaker', thrift: 0.05, edge: 0.6, reserve: 0.02, caution: 0.1, honour: 1.4 },
  cautious: { id: 'cautious', thrift: 0.12, edge: 0.5, reserve: 0.1, caution: 0.8, honour: 1.8 },
};

/** The persona that takes a seat when nobody chose one. */
export const PERSONA_OF: Readonly<Record<Power, string>> = {
  KZ: 'pragmatist',
  RU: 'hardliner',
  CN: 'dealmaker',
  EU: 'cautious',
};

export function personaOf(seat: Power): Persona {
  return PERSONAS[PERSONA_OF[seat]] as Persona;
}
