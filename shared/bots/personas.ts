import type { Power } from '../core/powers.ts';

/** How a bot values what the preview promises. */
export interface Persona {
  readonly id: string;
  /** Points of expected score that an order must bring before it is worth its capital, per unit of capital. */
  readonly thrift: number;
  /** Weight of a squeeze, closure or escalation against others: below 1 the bot shrinks from it. */
  readonly edge: number;
}

export const PERSONAS: Readonly<Record<string, Persona>> = {
  pragmatist: { id: 'pragmatist', thrift: 0.05, edge: 1 },
  hardliner: { id: 'hardliner', thrift: 0.03, edge: 1.3 },
  dealmaker: { id: 'dealmaker', thrift: 0.05, edge: 0.6 },
  cautious: { id: 'cautious', thrift: 0.12, edge: 0.5 },
};

/** The persona that takes a seat when nobody chose one. */
export const PERSONA_OF: Readonly<Record<Power, string>> = {
  KZ: 'pragmatist',
  RU: 'hardliner',
  CN: 'dealmaker',
  EU: 'cautious',
};
