import type { ComponentChildren } from 'preact';
import lesson from '../../../assets/scenarios/lesson/scenario.json';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { hasText, named, t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';

/** Ids of a list of messages: 1, 2, 3 and so on, as far as there are texts. */
function numbers(group: string, leaf = ''): readonly string[] {
  const found: string[] = [];
  for (let n = 1; hasText(`${group}.${n}${leaf}`); n += 1) found.push(String(n));
  return found;
}

function Sheet(props: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <section class="kit-sheet" id={props.id} aria-labelledby={`${props.id}-head`}>
      <h2 id={`${props.id}-head`}>{named('kit:page', props.id)}</h2>
      {props.children}
    </section>
  );
}

/** How to run a lesson, minute by minute. */
function Plan(props: { readonly minutes: '45' | '60' | '90' }) {
  const group = `kit:plan.${props.minutes}`;
  return (
    <Sheet id={`plan${props.minutes}`}>
      <h3>{t('kit:plan.before')}</h3>
      <ul>
        {numbers('kit:plan.prepare').map((n) => (
          <li key={n}>{named('kit:plan.prepare', n)}</li>
        ))}
      </ul>
      <table class="kit-plan">
        <thead>
          <tr>
            <th scope="col">{t('kit:plan.minutes')}</th>
            <th scope="col">{t('kit:plan.you')}</th>
            <th scope="col">{t('kit:plan.they')}</th>
          </tr>
        </thead>
        <tbody>
          {numbers(group, '.time').map((n) => (
            <tr key={n}>
              <th scope="row">{named(`${group}.${n}`, 'time')}</th>
              <td data-label={t('kit:plan.you')}>{named(`${group}.${n}`, 'you')}</td>
              <td data-label={t('kit:plan.they')}>{named(`${group}.${n}`, 'they')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="kit-tip">{t('kit:plan.tip')}</p>
    </Sheet>
  );
}

function PowerCard(props: { readonly power: Power }) {
  const { power } = props;
  const goals = lesson.objectives.filter((o) => o.power === power);
  return (
    <article class="kit-card">
      <h3>
        <Badge power={power} /> {t(`common:power.${power}`)}
      </h3>
      <p>{named('game:brief.role', power)}</p>
      <dl>
        {(['want', 'fear', 'talk'] as const).map((what) => (
          <div key={what} class="kit-line">
            <dt>{named('kit:card', what)}</dt>
            <dd>{named(`game:brief.${what}Of`, power)}</dd>
          </div>
        ))}
        <div class="kit-line">
          <dt>{t('kit:card.goals')}</dt>
          <dd>
            {goals.map(({ id, weight }) => (
              <span key={id} class="kit-goal">
                {named('game:objective', id)} {t('game:brief.weight', { weight })}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <small>{t('kit:card.fold')}</small>
    </article>
  );
}

function PowerCards() {
  return (
    <Sheet id="powers">
      <div class="kit-cards">
        {POWERS.map((power) => (
          <PowerCard key={power} power={power} />
        ))}
      </div>
    </Sheet>
  );
}

const ROLES = [
  'head',
  'treasury',
  'transport',
  'trade',
  'envoy',
  'home',
  'analyst',
  'scribe',
] as const;
const SIZES = ['2', '3', '4', '5', '7'] as const;

/** Cards of the people who hold one power together. */
function CabinetCards() {
  return (
    <Sheet id="cabinet">
      <p>{t('kit:cabinet.lead')}</p>
      <ul>
        {SIZES.map((size) => (
          <li key={size}>{t(`kit:cabinet.sizes.${size}`)}</li>
        ))}
      </ul>
      <div class="kit-cards">
        {ROLES.map((role) => (
          <article key={role} class="kit-card">
            <h3>{t(`kit:cabinet.role.${role}.name`)}</h3>
            <dl>
              {(['knows', 'drafts', 'each'] as const).map((what) => (
                <div key={what} class="kit-line">
                  <dt>{t(`kit:cabinet.${what}`)}</dt>
                  <dd>{t(`kit:cabinet.role.${role}.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </article>
        ))}
      </div>
    </Sheet>
  );
}

function Rules() {
  return (
    <Sheet id="rules">
      {numbers('kit:rules', '.head').map((n) => (
        <div key={n}>
          <h3>{named(`kit:rules.${n}`, 'head')}</h3>
          <p>{named(`kit:rules.${n}`, 'text')}</p>
        </div>
      ))}
    </Sheet>
  );
}

function Debrief() {
  return (
    <Sheet id="debrief">
      <p>{t('kit:debrief.lead')}</p>
      <ol>
        {numbers('kit:debrief').map((n) => (
          <li key={n}>{named('kit:debrief', n)}</li>
        ))}
      </ol>
      <h3>{t('kit:debrief.ticket')}</h3>
      <p>{t('kit:debrief.ticketText')}</p>
    </Sheet>
  );
}

const GRADES = ['strong', 'fair', 'weak'] as const;

/** The writing task and by what it is judged. */
function Writing() {
  return (
    <Sheet id="writing">
      <h3>{t('kit:writing.taskHead')}</h3>
      <p>{t('kit:writing.task')}</p>
      <h3>{t('kit:writing.rubricHead')}</h3>
      <table class="kit-plan">
        <thead>
          <tr>
            <th scope="col">{t('kit:writing.criterion')}</th>
            {GRADES.map((grade) => (
              <th key={grade} scope="col">
                {t(`kit:writing.${grade}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers('kit:writing.row', '.name').map((n) => (
            <tr key={n}>
              <th scope="row">{named(`kit:writing.row.${n}`, 'name')}</th>
              {GRADES.map((grade) => (
                <td key={grade} data-label={t(`kit:writing.${grade}`)}>
                  {named(`kit:writing.row.${n}`, grade)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Privacy() {
  return (
    <Sheet id="privacy">
      {numbers('kit:privacy').map((n) => (
        <p key={n}>{named('kit:privacy', n)}</p>
      ))}
      <p class="kit-sign">{t('kit:privacy.sign')} ________________________</p>
    </Sheet>
  );
}

/** Every sheet of the kit by its id, in the order in which they are printed. */
export const SHEETS: readonly { readonly id: string; readonly sheet: () => ComponentChildren }[] = [
  { id: 'plan45', sheet: () => <Plan minutes="45" /> },
  { id: 'plan60', sheet: () => <Plan minutes="60" /> },
  { id: 'plan90', sheet: () => <Plan minutes="90" /> },
  { id: 'powers', sheet: () => <PowerCards /> },
  { id: 'cabinet', sheet: () => <CabinetCards /> },
  { id: 'rules', sheet: () => <Rules /> },
  { id: 'debrief', sheet: () => <Debrief /> },
  { id: 'writing', sheet: () => <Writing /> },
  { id: 'privacy', sheet: () => <Privacy /> },
];
