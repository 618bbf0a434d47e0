import { t } from '../i18n/messages.ts';
import { x as cross } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Facts } from './words.ts';

function Body(props: { readonly facts: Facts }) {
  const { facts } = props;
  return (
    <>
      <p class="facts-name">
        <b>{facts.name}</b>
        {facts.warning ? <span class="facts-warning">{facts.warning}</span> : null}
      </p>
      <p class="facts-line">{facts.line}</p>
      {facts.figures.length > 0 ? (
        <dl class="facts-figures">
          {facts.figures.map(({ value, unit }) => (
            <div key={unit}>
              <dt>{unit}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

/** Facts beside the pointer, on the side where there is room. */
export function Tip(props: {
  readonly facts: Facts;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  const { x, y, width, height } = props;
  const gap = 14;
  return (
    <div
      class="map-tip"
      aria-hidden="true"
      style={{
        ...(x > width * 0.62 ? { right: `${width - x + gap}px` } : { left: `${x + gap}px` }),
        ...(y > height * 0.62 ? { bottom: `${height - y + gap}px` } : { top: `${y + gap}px` }),
      }}
    >
      <Body facts={props.facts} />
    </div>
  );
}

/** Facts of what was tapped or chosen in the list; they stay until they are closed. */
export function FactSheet(props: { readonly facts: Facts; onClose(): void }) {
  return (
    <div class="map-facts" role="status">
      <Body facts={props.facts} />
      <button type="button" class="icon-button" onClick={props.onClose}>
        <Icon path={cross} />
        <span class="hidden">{t('map:stage.closeFacts')}</span>
      </button>
    </div>
  );
}
