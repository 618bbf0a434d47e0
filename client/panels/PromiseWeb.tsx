import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { Agreement, TalksView } from '../../shared/core/talk.ts';
import { list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { circleHelp, megaphone, check as tick, triangleAlert } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { type Pair, pairsOf } from '../state/promises.ts';

/** Height of the box in which the powers stand, in hundredths of its width. */
const HEIGHT = 88;

/** Where they stand in it: roughly as on the map. */
const PLACE: Readonly<Record<Power, readonly [number, number]>> = {
  EU: [9, 44],
  RU: [50, 8],
  CN: [91, 44],
  KZ: [50, 80],
};

/** How far along its line a pair's figures stand; those of the two lines that cross keep out of the way. */
const LABEL: Readonly<Record<string, number>> = {
  'KZ-RU': 0.63,
  'CN-EU': 0.73,
};
const LABEL_USUAL = 0.57;

/** Lines side by side that are drawn at most, and the gap between two. */
const MOST = 5;
const GAP = 1.5;

/** The lines of a pair: one for each agreement, or one that says that there is none. */
function Bonds(props: { readonly pair: Pair; readonly whole: boolean }) {
  const { pair, whole } = props;
  const [a, b] = pair.powers.map((power) => PLACE[power]);
  if (!a || !b) return null;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [-dy / length, dx / length];
  const none = whole && pair.silent ? 'silent' : 'none';
  const bonds: readonly (Agreement['status'] | 'silent' | 'none')[] =
    pair.bonds.length > 0 ? pair.bonds.slice(-MOST) : [none];
  return (
    <g>
      {bonds.map((status, i) => {
        const off = (i - (bonds.length - 1) / 2) * GAP;
        const [x, y] = [off * nx, off * ny];
        return (
          <line
            key={i}
            class={`bond bond-${status}`}
            x1={a[0] + x}
            y1={a[1] + y}
            x2={b[0] + x}
            y2={b[1] + y}
          />
        );
      })}
    </g>
  );
}

const FIGURES = [
  { count: 'kept', icon: tick, mood: 'gain' },
  { count: 'excused', icon: circleHelp, mood: 'even' },
  { count: 'broken', icon: triangleAlert, mood: 'loss' },
  { count: 'threats', icon: megaphone, mood: 'even' },
] as const;

/** What became of the words between two: those of the figures that are not nothing. */
function Figures(props: { readonly pair: Pair; readonly whole: boolean }) {
  const { pair, whole } = props;
  const [a, b] = pair.powers.map((power) => PLACE[power]);
  if (!a || !b) return null;
  const some = FIGURES.filter(({ count }) => pair[count] > 0);
  const at = LABEL[pair.powers.join('-')] ?? LABEL_USUAL;
  const style = {
    left: `${a[0] + (b[0] - a[0]) * at}%`,
    top: `${((a[1] + (b[1] - a[1]) * at) / HEIGHT) * 100}%`,
  };
  if (some.length === 0) {
    if (!whole || !pair.silent) return null;
    return (
      <span class="web-figures web-silent" style={style}>
        {t('talks:web.silent')}
      </span>
    );
  }
  return (
    <span class="web-figures" style={style}>
      {some.map(({ count, icon, mood }) => (
        <span key={count} class={mood}>
          <Icon path={icon} size={14} />
          {pair[count]}
        </span>
      ))}
    </span>
  );
}

/** What the signs of the web mean: those that it holds. */
function WebKey(props: { readonly pairs: readonly Pair[]; readonly whole: boolean }) {
  const { pairs, whole } = props;
  const drawn = new Set<string>(pairs.flatMap(({ bonds }) => bonds));
  if (whole && pairs.some(({ silent }) => silent)) drawn.add('silent');
  const bonds = (['running', 'ended', 'broken', 'left', 'silent'] as const).filter((one) =>
    drawn.has(one),
  );
  const figures = FIGURES.filter(({ count }) => pairs.some((pair) => pair[count] > 0));
  return (
    <ul class="web-key">
      {bonds.map((bond) => (
        <li key={bond}>
          <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" focusable="false">
            <line class={`bond bond-${bond}`} x1="0" y1="4" x2="28" y2="4" />
          </svg>{' '}
          {t(`talks:web.bond.${bond}`)}
        </li>
      ))}
      {figures.map(({ count, icon, mood }) => (
        <li key={count}>
          <span class={mood}>
            <Icon path={icon} size={14} />
          </span>{' '}
          {t(`talks:web.count.${count}`)}
        </li>
      ))}
    </ul>
  );
}

/** The four powers and what binds them, as a picture; the table beside it says the same. */
export function PromiseWeb(props: {
  readonly talks: TalksView;
  /** All talk is open: who kept silent can be told. */
  readonly whole: boolean;
}) {
  const { talks, whole } = props;
  const pairs = pairsOf(talks);
  return (
    <figure class="web">
      <div class="web-box" role="img" aria-label={t('talks:web.says')}>
        <svg viewBox={`0 0 100 ${HEIGHT}`} aria-hidden="true" focusable="false">
          {pairs.map((pair) => (
            <Bonds key={pair.powers.join()} pair={pair} whole={whole} />
          ))}
        </svg>
        {pairs.map((pair) => (
          <Figures key={pair.powers.join()} pair={pair} whole={whole} />
        ))}
        {POWERS.map((power) => (
          <span
            key={power}
            class="web-power"
            style={{ left: `${PLACE[power][0]}%`, top: `${(PLACE[power][1] / HEIGHT) * 100}%` }}
          >
            <Badge power={power} size={24} />
          </span>
        ))}
      </div>
      <WebKey pairs={pairs} whole={whole} />
    </figure>
  );
}

const PUBLIC = ['signed', 'kept', 'excused', 'broken', 'threats'] as const;
const ALL = ['words', 'offers', ...PUBLIC] as const;

/**
 * The web as a table: a row a pair.
 * @param props.whole all talk is open: private lines and offers are counted too, silent pairs are named
 */
export function PairTable(props: { readonly talks: TalksView; readonly whole: boolean }) {
  const { talks, whole } = props;
  const pairs = pairsOf(talks);
  const columns: readonly (typeof ALL)[number][] = whole ? ALL : PUBLIC;
  const told = pairs.filter((pair) => columns.some((column) => pair[column] > 0));
  const silent = pairs.filter((pair) => whole && pair.silent);
  const name = (pair: Pair): string =>
    pair.powers.map((power) => t(`common:power.${power}`)).join(' – ');
  return (
    <>
      {told.length > 0 ? (
        <table class="pairs">
          <thead>
            <tr>
              <th scope="col">{t('talks:web.pair')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`talks:web.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map((pair) => (
              <tr key={pair.powers.join()}>
                <th scope="row">{name(pair)}</th>
                {columns.map((column) => (
                  <td
                    key={column}
                    class="number"
                    data-column={t(`talks:web.col.${column}`)}
                    data-none={pair[column] === 0 ? '' : undefined}
                  >
                    {pair[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {silent.length > 0 ? (
        <p class="note">{t('talks:web.silentPairs', { pairs: list(silent.map(name)) })}</p>
      ) : null}
    </>
  );
}
