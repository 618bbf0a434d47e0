import { batch } from '@preact/signals';
import { contentAt } from '../../shared/core/indicators.ts';
import { connectWorld, type WorldConnection } from '../net/world.ts';
import { content, room, view } from './game.ts';

let connection: WorldConnection | null = null;
let loading = '';

/** Turns the page to one world of a session, to look on at it. */
export function lookAt(
  code: string,
  world: number,
  contentOf: (scenario: string) => Promise<typeof content.value>,
): void {
  connection?.close();
  const opened = connectWorld(code, world, () => {
    if (connection !== opened) return;
    const info = opened.room();
    batch(() => {
      room.value = info;
      view.value = opened.view();
    });
    if (!info?.scenario || loading === info.scenario) return;
    loading = info.scenario;
    const { depth } = info;
    void contentOf(info.scenario).then((loaded) => {
      content.value = loaded && contentAt(loaded, depth);
    });
  });
  connection = opened;
}
