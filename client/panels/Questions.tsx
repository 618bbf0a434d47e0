import { type Motion, VOTES } from '../../shared/core/motion.ts';
import type { Params } from '../../shared/core/order.ts';
import { describeOrder } from '../../shared/game/index.ts';
import { list } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { vote } from '../icons/lucide.ts';
import { iconNamed } from '../icons/named.ts';
import { Icon } from '../parts/Icon.tsx';
import { castVote, draftOrder, editDraft, withdrawDraft } from '../state/connection.ts';
import { seat } from '../state/game.ts';
import {
  ballots,
  canDraft,
  canEdit,
  type Invitation,
  invitations,
  type Question,
  questions,
} from '../state/orders.ts';
import { motionText, onControl, orderTitle, orderWhy } from '../words/orders.ts';

/** The word on an answer's button: what it sets, else the whole title. */
function label(kind: string, params: Params): string {
  const spec = describeOrder(kind).params.find((one) => one.type === 'choice' && one.id in params);
  return spec ? onControl(spec, params[spec.id] ?? '') : orderTitle(kind, params);
}

function Answer(props: { readonly question: Question }) {
  const { kind, event, answers, draft } = props.question;
  const chosen = (params: Params): boolean =>
    draft !== null && Object.keys(params).every((key) => draft.params[key] === params[key]);
  const give = (params: Params): void => {
    if (chosen(params)) void withdrawDraft(draft?.id ?? '');
    else if (draft) void editDraft(draft.id, params);
    else void draftOrder(kind, params);
  };
  return (
    <li>
      <Icon path={iconNamed(describeOrder(kind).icon)} size={18} />
      <div>
        <strong>{named('game:question', event)}</strong>
        <p>{draft ? orderWhy(kind, draft.params) : t('game:desk.answerNote')}</p>
      </div>
      <fieldset class="answers">
        <legend class="hidden">{named('game:question', event)}</legend>
        {answers.map((params) => (
          <button
            key={JSON.stringify(params)}
            type="button"
            class={chosen(params) ? 'button filled small' : 'button quiet small'}
            aria-pressed={chosen(params)}
            disabled={draft ? !canEdit.value : !canDraft.value}
            title={orderTitle(kind, params)}
            onClick={() => give(params)}
          >
            {label(kind, params)}
          </button>
        ))}
      </fieldset>
    </li>
  );
}

function Ballot(props: { readonly motion: Motion }) {
  const { motion } = props;
  const own = seat.value;
  const cast = own ? motion.votes[own] : undefined;
  const what = t('game:vote.motion', {
    power: t(`common:powerAtStart.${motion.by}`),
    title: motionText(motion.order.kind, motion.order.params),
  });
  return (
    <li>
      <Icon path={vote} size={18} />
      <div>
        <strong>{what}</strong>
        <p>{t('game:vote.note')}</p>
      </div>
      <fieldset class="answers">
        <legend class="hidden">{what}</legend>
        {VOTES.map((one) => (
          <button
            key={one}
            type="button"
            class={cast === one ? 'button filled small' : 'button quiet small'}
            aria-pressed={cast === one}
            disabled={!canEdit.value}
            onClick={() => void castVote(motion.id, one)}
          >
            {t(`game:vote.${one}`)}
          </button>
        ))}
      </fieldset>
    </li>
  );
}

/** An act of several that others have laid on the table: joining it is an order like any other. */
function Invited(props: { readonly invitation: Invitation }) {
  const { filing, draft, refusal } = props.invitation;
  const { kind, params } = filing.order;
  const others = filing.by.filter((power) => power !== seat.value);
  const [first] = others;
  if (!first) return null;
  const title = orderTitle(kind, params);
  const what =
    others.length === 1
      ? t('game:joint.asks', { power: t(`common:powerAtStart.${first}`), title })
      : t('game:joint.asksMany', {
          power: list(others.map((one) => t(`common:powerInside.${one}`))),
          title,
        });
  return (
    <li>
      <Icon path={iconNamed(describeOrder(kind).icon)} size={18} />
      <div>
        <strong>{what}</strong>
        <p>{refusal ? refusalText(refusal) : t('game:joint.note')}</p>
      </div>
      <div class="answers">
        <button
          type="button"
          class={draft ? 'button filled small' : 'button quiet small'}
          aria-pressed={draft !== null}
          disabled={draft ? !canEdit.value : !canDraft.value || refusal !== null}
          title={title}
          onClick={() => void (draft ? withdrawDraft(draft.id) : draftOrder(kind, params))}
        >
          {t(draft ? 'game:joint.leave' : 'game:joint.join')}
          <span class="hidden">: {title}</span>
        </button>
      </div>
    </li>
  );
}

/**
 * What waits for an answer: happenings that may be answered, motions to vote on, acts of several that
 * may be joined.
 */
export function Questions() {
  const asked = questions.value;
  const motions = ballots.value;
  const calls = invitations.value;
  if (asked.length + motions.length + calls.length === 0) return null;
  return (
    <ul class="questions" aria-label={t('game:desk.answers')}>
      {asked.map((question) => (
        <Answer key={question.event} question={question} />
      ))}
      {motions.map((motion) => (
        <Ballot key={motion.id} motion={motion} />
      ))}
      {calls.map((invitation) => (
        <Invited key={JSON.stringify(invitation.filing.order)} invitation={invitation} />
      ))}
    </ul>
  );
}
