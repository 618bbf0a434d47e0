import type { Aim, AimCommand, Direction } from '../core/aims.ts';
import type { Content, Indicator } from '../core/content.ts';
import { indicatorsAt } from '../core/indicators.ts';
import type { Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { GameState } from '../core/state.ts';

/** Changes below this share of an indicator's step count as "about the same". */
const STILL = 0.5;

/** Which way an indicator's word went, as predictions are judged. */
export function directionOf(indicator: Indicator, change: number): Direction {
  if (Math.abs(change) < STILL * indicator.step) return 'same';
  return change > 0 ? 'up' : 'down';
}

/** The state with one power's aim or prediction of this round changed; it stays sealed to that power. */
export function withAim(
  content: Content,
  state: GameState,
  power: Power,
  command: AimCommand,
): GameState | Refusal {
  const own = indicatorsAt(content, state.depth)[power];
  const known = own.some(({ id }) => id === command.indicator);
  if (!known && command.indicator !== null) return refuse('badParameter', { param: 'indicator' });
  const same = (aim: Aim): boolean => aim.round === state.round && aim.power === power;
  const before: Aim = state.aims.find(same) ?? {
    round: state.round,
    power,
    aim: null,
    forecast: null,
  };
  const { indicator } = command;
  const after: Aim =
    command.type === 'aim'
      ? { ...before, aim: indicator }
      : { ...before, forecast: { indicator: command.indicator, direction: command.direction } };
  return { ...state, aims: [...state.aims.filter((aim) => !same(aim)), after] };
}

/** Aims that a seat may read: its own, and those of all when the game is over. */
export function aimsFor(state: GameState, seat: Power | null): readonly Aim[] {
  return state.phase === 'debrief' ? state.aims : state.aims.filter((aim) => aim.power === seat);
}

/** An aim held against what became of it; null where nothing was said. */
export interface AimCheck {
  readonly aim: {
    readonly indicator: Indicator;
    readonly change: number;
    readonly met: boolean;
  } | null;
  readonly forecast: {
    readonly indicator: Indicator;
    readonly said: Direction;
    readonly was: Direction;
  } | null;
}

/**
 * Holds an aim against the round's change of the indicators.
 * @param changes change of the word of each own indicator in that round, by id
 */
export function checkOf(
  content: Content,
  aim: Aim,
  changes: Readonly<Record<string, number>>,
): AimCheck {
  const find = (id: string | undefined | null) =>
    content.indicators[aim.power].find((one) => one.id === id);
  const wanted = find(aim.aim);
  const foretold = find(aim.forecast?.indicator);
  const moved = (one: Indicator): number => changes[one.id] ?? 0;
  return {
    aim: wanted
      ? {
          indicator: wanted,
          change: moved(wanted),
          met: moved(wanted) * wanted.good >= STILL * wanted.step,
        }
      : null,
    forecast:
      foretold && aim.forecast
        ? {
            indicator: foretold,
            said: aim.forecast.direction,
            was: directionOf(foretold, moved(foretold)),
          }
        : null,
  };
}
