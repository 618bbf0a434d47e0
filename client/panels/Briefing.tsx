import { named, t } from '../i18n/messages.ts';
import { content, half, phase, round, rounds, seat, view } from '../state/game.ts';
import { SecretAims } from './SecretAims.tsx';

/** The half-year in a headline and what it asks of this power. */
export function RoundCue() {
  const own = seat.value;
  if (!own || !half.value) return null;
  return (
    <section class="cue" aria-label={t('game:brief.cue')}>
      <h3>{named(`game:brief.round.${half.value}`, 'head')}</h3>
      <p>{named(`game:brief.round.${half.value}`, own)}</p>
      {round.value === rounds.value - 1 ? <p>{t('game:brief.lastRound')}</p> : null}
    </section>
  );
}

/** Who you are here, what the half-year asks, and what will count at the end. */
export function Briefing() {
  const own = seat.value;
  const c = content.value;
  if (!own || !c) return <p class="empty">{t('game:brief.spectator')}</p>;
  // Who sits down reads first who he is; later each half-year begins with what it asks.
  const newHere = round.value === 0;
  const aims = c.objectives.filter((o) => o.power === own);
  // A choice that is due stands where it is seen without scrolling.
  const due = view.value?.secrets?.open === true;
  return (
    <div class="briefing">
      <div>
        {phase.value === 'lobby' || newHere ? null : <RoundCue />}
        <div class="role">
          <p class="lead">{t(`game:brief.role.${own}`)}</p>
          <dl>
            {(['want', 'fear', 'talk'] as const).map((what) => (
              <div key={what}>
                <dt>{t(`game:brief.${what}`)}</dt>
                <dd>{t(`game:brief.${what}Of.${own}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
        {phase.value !== 'lobby' && newHere ? <RoundCue /> : null}
      </div>
      <div class="briefing-aims">
        {due ? <SecretAims /> : null}
        <section aria-labelledby="aims">
          <h3 id="aims">{t('game:brief.aims')}</h3>
          <ul class="aims">
            {aims.map((aim) => (
              <li key={aim.id}>
                <span>{named('game:objective', aim.id)}</span>
                <i style={{ '--weight': `${aim.weight * 2.5}%` }} />
                <b>{t('game:brief.weight', { weight: aim.weight })}</b>
              </li>
            ))}
          </ul>
          <p class="note">{t('game:brief.aimsText')}</p>
        </section>
      </div>
      {due ? null : <SecretAims />}
    </div>
  );
}
