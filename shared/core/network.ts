import type { Corridor } from './powers.ts';

/** A place of the Eurasian network as content gives it. */
export interface NodeSpec {
  readonly id: string;
  readonly name: string;
  /** ISO code of the country it lies in. */
  readonly country: string;
  readonly type: 'city' | 'port' | 'crossing' | 'junction' | 'field';
  readonly lat: number;
  readonly lon: number;
  readonly gaugeBreak?: boolean;
  /** Days of handling when empty. Delay comes on top, by the BPR function. */
  readonly handling?: number;
  /** Trains a day both ways that it can take; absent = never a bottleneck. */
  readonly capacity?: number;
  /** Trains a day of other freight that share the capacity. */
  readonly background?: number;
  /** Powers that may widen it (`crossing`, `eu_corridor`). */
  readonly widenBy?: readonly ('KZ' | 'RU' | 'CN' | 'EU')[];
}

export type LinkMode = 'rail' | 'gauge' | 'road' | 'sea' | 'ferry' | 'oil' | 'gas';

export interface LinkSpec {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly mode: LinkMode;
  readonly km: number;
  readonly days: number;
  /** Country whose law holds on the link. */
  readonly owner: string;
  /** Half-year in which history opened it; null = in use from the start. */
  readonly opened: string | null;
  /** $ per FEU for carrying a box over the link, tolls apart. */
  readonly rate?: number;
}

/** Demand from one place to another, all modes. */
export interface OriginDestination {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** k TEU a half-year at the start, all overland and sea alternatives in the set. */
  readonly demand: number;
  /** Whether the flow counts as China–Europe trade (driven by `box_demand`). */
  readonly europe: boolean;
  /**
   * k TEU a half-year by corridor as observed at the start. The constants of the alternatives are
   * set so that the model gives exactly these; sea takes the rest of the demand.
   */
  readonly observed: Readonly<Partial<Record<Corridor, number>>>;
}

/** One alternative for an origin–destination pair, found offline. */
export interface PathSpec {
  readonly od: string;
  readonly corridor: Corridor;
  readonly links: readonly string[];
  /** Log of the path-size factor (0 = shares no link with another path). */
  readonly logSize: number;
}

/** An oil line with its owner and capacity, Mt a half-year. */
export interface OilLine {
  readonly id: string;
  readonly power: 'RU' | 'CN' | 'EU' | 'KZ';
  readonly market: 'RU' | 'CN' | 'EU';
  readonly capacity: readonly { readonly from: string; readonly mt: number }[];
  /** $ a barrel from the field to the market. */
  readonly tariff: number;
  readonly links: readonly string[];
  /** Mt a half-year carried at the start. */
  readonly volume: number;
  /** Country through which this oil leaves Kazakhstan. */
  readonly exit: 'RU' | 'CN' | 'AZ';
}

/** Powers that may promise to buy fuel for years. */
export const BUYERS = ['CN', 'EU'] as const;
/** The way on which a line takes oil out, by the country through which it leaves. */
export const WAY_BY_EXIT = { RU: 'russia', CN: 'china', AZ: 'caspian' } as const;
/** How a contract sets its price; the position is the value of `contract_rule`. */
export const PRICE_RULES = ['spot', 'linked', 'floor'] as const;

/** Gas pipes to a power that buys. */
export interface GasLine {
  readonly market: 'CN' | 'EU';
  /** Mt of oil's equal a half-year (1 bcm = .86 Mt). */
  readonly capacity: readonly { readonly from: string; readonly mt: number }[];
  readonly links: readonly string[];
}

export interface NetworkSpec {
  readonly nodes: readonly NodeSpec[];
  readonly links: readonly LinkSpec[];
  readonly pairs: readonly OriginDestination[];
  readonly paths: readonly PathSpec[];
  readonly lines: readonly OilLine[];
  /** Absent where nobody can buy gas. */
  readonly gas?: readonly GasLine[];
}
