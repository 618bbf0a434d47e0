import type { Content } from './content.ts';
import type { Depth, Power } from './powers.ts';
import type { Refusal } from './refusal.ts';
import type { RoundContext } from './round.ts';

export type ParamValue = string | number;
export type Params = Readonly<Record<string, ParamValue>>;

/** A parameter of an order, described as data: schema, form and message keys all follow from it. */
export type ParamSpec =
  | {
      readonly id: string;
      readonly type: 'choice';
      /** Which names the choices bear in the message files. */
      readonly names: 'option' | 'place' | 'corridor' | 'project' | 'line' | 'power' | 'half';
      options(content: Content): readonly string[];
      readonly initial: string;
    }
  | {
      readonly id: string;
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly initial: number;
      /** Key under `unit.` in the message files. */
      readonly unit: string;
    };

export interface OrderCost {
  /** Political capital. */
  readonly pc: number;
  /** $bn of the round's envelope. */
  readonly money: number;
}

/** What rules about orders may look at: the numeric state as it stands, or as a seat believes it. */
export interface OrderScene {
  readonly content: Content;
  readonly num: Float64Array;
  readonly round: number;
}

/** What the members of the union look at when they vote on a motion. */
export interface MotionTerms {
  /** Points by which the common tariff rises; negative = it falls. */
  readonly tariff: number;
  readonly political: boolean;
  /** $bn promised to the members if it is carried. */
  readonly payment: number;
  /** A further state is to join. */
  readonly enlarges?: boolean;
}

/** A word to everybody that an order of its giver makes binding: to give another order, or to leave it. */
export interface PublicWord {
  readonly kind: 'pledge_do' | 'pledge_not';
  readonly order: { readonly kind: string; readonly params: Params };
  /** Rounds for which it binds, or in which it is due. */
  readonly rounds: number;
}

/** Who may give an order only together, and how many it takes. */
export interface JointTerms {
  readonly powers: readonly Power[];
  /** Signers from which it comes into force. */
  readonly least: number;
  /** Powers without which it does not. */
  readonly needs: readonly Power[];
}

/** One kind of order: all that is known about it, in one module. */
export interface OrderKind {
  readonly id: string;
  readonly by: readonly Power[];
  readonly depth: Depth;
  /**
   * It only puts the choice that an event brings, on top of a power's kinds: it is not one of those that
   * a depth counts.
   */
  readonly choice?: true;
  /** Rounds that must lie between two uses (of the same key, if `cooldownKey` names one). */
  readonly cooldown: number;
  readonly icon: string;
  readonly claims: readonly string[];
  readonly params: readonly ParamSpec[];
  /** Parameters that intro depth leaves open; the others take their initial values there. */
  readonly main: readonly string[];
  /**
   * Id of the event that it answers now, as in `E15`; null = there is nothing to answer. Only kinds
   * whose settings may be reactions have it.
   */
  occasion?(scene: OrderScene, power: Power): string | null;
  /** Whether it is an answer with these settings: legal while its occasion stands, and takes no slot. */
  reaction?(params: Params): boolean;
  /** Powers that must sign before it binds: a two-sided order. Absent = it needs nobody. */
  partners?(params: Params): readonly Power[];
  /**
   * An act of several: each lays the same order down, openly and at the same price, and all of them are
   * in force when enough have; otherwise they fall through like an unsigned offer.
   */
  joint?(params: Params): JointTerms | null;
  /**
   * Settings that only its giver and those who sign it know until they leak or the game is over; of an
   * order that is named in part, those that could be. Absent or empty: there are none.
   */
  secret?(params: Params): readonly string[];
  /** Words to everybody that giving it makes binding from the next round on. */
  binds?(params: Params): readonly PublicWord[];
  /** A motion before the union: filed openly, voted on, in force only when carried. null = none. */
  motion?(params: Params): MotionTerms | null;
  /** $bn by which its signature ties Kazakhstan to a partner; absent = what a promise is usually worth. */
  worth?(scene: OrderScene, params: Params): number;
  /** Part of the cooldown key: two orders of one kind with other keys do not wait for each other. */
  cooldownKey?(params: Params): string;
  /** null, or why the order may not be given now. Grammar, seat, capital and cooldown are checked before. */
  legal(scene: OrderScene, power: Power, params: Params): Refusal | null;
  cost(scene: OrderScene, power: Power, params: Params): OrderCost;
  /** Step 3 of a round. Money and capital are booked by the caller. */
  apply(ctx: RoundContext, power: Power, params: Params, cause: string): void;
  /** Map elements that a draft of it touches. */
  touches(content: Content, params: Params): { links: readonly string[]; nodes: readonly string[] };
  /** Settings worth trying, for bots and for the dealt hand; legality is checked by the caller. */
  candidates(scene: OrderScene, power: Power): readonly Params[];
}
