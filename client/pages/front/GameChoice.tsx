import { DEPTHS, type Depth } from '../../../shared/core/powers.ts';
import { t } from '../../i18n/messages.ts';

/** Scenarios that can be played, the first is the usual one. Their content is not loaded for a choice. */
export const SCENARIOS: readonly ScenarioId[] = ['lesson', 'crossroads'];
export type ScenarioId = 'lesson' | 'crossroads';

/** Minutes that a game alone takes at an unhurried pace. */
export const MINUTES: Readonly<Record<ScenarioId, number>> = { lesson: 25, crossroads: 50 };

export interface Game {
  readonly scenario: ScenarioId;
  readonly depth: Depth;
}

/** What is played without any choice. */
export const USUAL: Game = { scenario: 'lesson', depth: 'intro' };

/** Which years are played, and how much of them is shown: one line, set to what a first game needs. */
export function GameChoice(props: { readonly value: Game; onChoose(game: Game): void }) {
  const { value } = props;
  return (
    <div class="settings">
      <label>
        <span>{t('front:play.scenario')}</span>
        <select
          class="select"
          value={value.scenario}
          onChange={(event) =>
            props.onChoose({ ...value, scenario: event.currentTarget.value as ScenarioId })
          }
        >
          {SCENARIOS.map((id) => (
            <option key={id} value={id}>
              {t(`front:scenario.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('front:play.level')}</span>
        <select
          class="select"
          value={value.depth}
          onChange={(event) =>
            props.onChoose({ ...value, depth: event.currentTarget.value as Depth })
          }
        >
          {DEPTHS.map((depth) => (
            <option key={depth} value={depth}>
              {t(`front:depth.${depth}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
