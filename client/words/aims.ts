import type { Direction } from '../../shared/core/aims.ts';
import type { AimCheck } from '../../shared/game/index.ts';
import type { Key } from '../i18n/keys.ts';
import { t } from '../i18n/messages.ts';
import type { ReportRow } from '../state/report.ts';
import { indicatorName } from './indicators.ts';
import { whatCarried } from './report.ts';

function foretold(name: string, said: Direction, was: Direction): string {
  const key = said === was ? `game:check.right.${said}` : `game:check.wrong.${said}.${was}`;
  return t(key as Key, { name });
}

/** What was expected, what came, and the cause that carried it; null without a prediction. */
export function forecastSentence(check: AimCheck, rows: readonly ReportRow[]): string | null {
  const { forecast } = check;
  if (!forecast) return null;
  const said = foretold(indicatorName(forecast.indicator.id), forecast.said, forecast.was);
  const row = rows.find(({ indicator }) => indicator.id === forecast.indicator.id);
  const why = row ? whatCarried(row) : null;
  return why ? t('game:check.because', { said, why }) : said;
}

/** Whether what the power meant to move went its way; null when it named nothing. */
export function aimSentence(check: AimCheck): string | null {
  const { aim } = check;
  if (!aim) return null;
  const name = indicatorName(aim.indicator.id);
  return t(aim.met ? 'game:check.aimMet' : 'game:check.aimMissed', { name });
}
