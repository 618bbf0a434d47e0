import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { Badge } from '../parts/Badge.tsx';
import { content, seat } from '../state/game.ts';
import { objectiveValue } from '../words/end.ts';

/** Points between 0 and 100 on a line with its middle marked: as in history. */
function Points(props: { readonly score: number }) {
  const { score } = props;
  const mood = score >= 50 ? 'gain' : 'loss';
  return (
    <span class={`points ${mood}`} aria-hidden="true">
      <i style={{ left: `${Math.min(50, score)}%`, width: `${Math.abs(score - 50)}%` }} />
    </span>
  );
}

/** A power's aims: what was counted, in words, and the points it gave. */
export function EndAims(props: { readonly end: EndView; readonly power: Power }) {
  const { power } = props;
  const { objectives, score } = props.end.scores[power];
  const unitOf = (id: string): number =>
    content.value?.objectives.find((o) => o.id === id)?.unit ?? 1;
  return (
    <section class="end-section" aria-labelledby="end-aims">
      <h2 id="end-aims">{t('end:aimsOf', { power: t(`common:power.${power}`) })}</h2>
      <p class="note">{t('end:aimsText')}</p>
      <table class="aims-table">
        <thead>
          <tr>
            <th scope="col">{t('end:col.aim')}</th>
            <th scope="col" class="number">
              {t('end:col.weight')}
            </th>
            <th scope="col" class="number">
              {t('end:col.value')}
            </th>
            <th scope="col" class="number">
              {t('end:col.history')}
            </th>
            <th scope="col" class="points-cell">
              {t('end:col.line')}
            </th>
            <th scope="col" class="number">
              {t('end:col.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {objectives.map((o) => (
            <tr key={o.id}>
              <th scope="row">
                {named('game:objective', o.id)}
                <small>{named('end:formula', o.id)}</small>
              </th>
              <td class="number">{t('game:brief.weight', { weight: o.weight })}</td>
              <td class="number">{objectiveValue(o.x, unitOf(o.id))}</td>
              <td class="number even">{objectiveValue(o.history, unitOf(o.id))}</td>
              <td class="points-cell">
                <Points score={o.score} />
              </td>
              <td class="number now">{figure(o.score)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('end:total')}</th>
            <td class="number">{t('game:brief.weight', { weight: 100 })}</td>
            <td />
            <td />
            <td class="points-cell">
              <Points score={score} />
            </td>
            <td class="number now">{figure(score)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The four powers, each against its own history. */
export function EndScores(props: { readonly end: EndView }) {
  return (
    <section class="end-section" aria-labelledby="end-all">
      <h2 id="end-all">{t('end:all')}</h2>
      <p class="note">{t('end:allText')}</p>
      <ul class="scores">
        {POWERS.map((power) => (
          <li key={power} data-own={power === seat.value ? '' : undefined}>
            <Badge power={power} size={24} />
            <strong>{t(`common:power.${power}`)}</strong>
            <Points score={props.end.scores[power].score} />
            <b class="number">
              <span aria-hidden="true">{figure(props.end.scores[power].score)}</span>
              <span class="hidden">
                {t('end:scoreOf', {
                  power: t(`common:power.${power}`),
                  score: figure(props.end.scores[power].score),
                })}
              </span>
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}
