import { CANVAS, Game, GameObjects, Scale, Scene } from 'phaser';
import { language } from '../i18n/messages.ts';
import { type Camera, firstCamera, held, type Size, zoomedAt } from './camera.ts';
import { LEAST_BOXES } from './flows.ts';
import { type GroundInit, paintGround } from './ground.ts';
import { forgetLabels } from './labels.ts';
import { paintPicture } from './paint.ts';
import type { Picture, Shown } from './picture.ts';
import { makeRelief, type Relief } from './relief.ts';
import { densityNow } from './still.ts';

export interface MapHandle {
  /** Draws something else from now on. A new stamp of the model lets flows grow to their new width. */
  show(next: Shown): void;
  resize(): void;
  camera(): Camera;
  size(): Size;
  /** Moves by pixels of the stage. */
  pan(dx: number, dy: number): void;
  /** Zooms and keeps what lies at a point of the stage in place. */
  zoom(factor: number, x: number, y: number, glide?: boolean): void;
  moveTo(camera: Camera): void;
  /** Frames drawn since the start: a map that rests draws none. */
  frames(): number;
  destroy(): void;
}

const GLIDE = 320;
const GROW = 900;
const DRIFT = { speed: 6, time: 8000 } as const;
/** Share of the stage that the ground is painted beyond each edge, so that a short pan needs no new one. */
const MARGIN = 0.2;
const SETTLED = 130;

/** Runs work that may wait until the page has nothing better to do. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1500 });
  else setTimeout(work, 200);
}

const reduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets a painter of the 2D canvas draw as a member of Phaser's display list. */
class Ink extends GameObjects.GameObject {
  readonly paint: (ctx: CanvasRenderingContext2D) => void;

  constructor(scene: Scene, paint: (ctx: CanvasRenderingContext2D) => void) {
    super(scene, 'ink');
    this.paint = paint;
  }

  renderCanvas(renderer: { readonly currentContext: CanvasRenderingContext2D }): void {
    this.paint(renderer.currentContext);
  }
}

class MapScene extends Scene {
  shown: Shown;
  camera: Camera;
  stage: Size;
  density: number;
  boxes: ReadonlyMap<string, number>;
  drift = 0;
  driftUntil = 0;
  frames = 0;
  /** The map was taken away; the engine's own fields are empty from then on. */
  ended = false;
  private ground: Phaser.Textures.CanvasTexture | null = null;
  private image: Phaser.GameObjects.Image | null = null;
  private baked: { camera: Camera; size: Size; key: string } | null = null;
  private settleAt = 0;
  private glide: Phaser.Tweens.Tween | null = null;
  private growth: Phaser.Tweens.Tween | null = null;
  private relief: Relief | null = null;
  private ready = false;
  private waking = false;

  constructor(shown: Shown, stage: Size, density: number) {
    super('map');
    this.shown = shown;
    this.stage = stage;
    this.density = density;
    this.camera = firstCamera(stage);
    this.boxes = new Map(shown.model.links.map(({ spec, overland }) => [spec.id, overland]));
  }

  create(): void {
    const texture = this.textures.createCanvas('ground', 2, 2);
    if (!texture) throw new Error('the ground has no canvas');
    this.ground = texture;
    this.image = this.add.image(0, 0, 'ground').setOrigin(0, 0);
    this.add.existing(new Ink(this, (ctx) => paintPicture(ctx, this.picture(), this.density)));
    this.game.events.on('postrender', this.rest, this);
    this.ready = true;
    whenIdle(() => {
      this.relief = makeRelief();
      this.forgetGround();
    });
    this.startDrift();
  }

  private picture(): Picture {
    const { camera, stage, boxes, drift } = this;
    return { ...this.shown, camera, stage, boxes, drift };
  }

  override update(_time: number, delta: number): void {
    if (this.driftUntil > performance.now())
      this.drift += (DRIFT.speed * Math.min(delta, 50)) / 1000;
    this.setGround();
  }

  /** After a frame: rests unless something still moves. */
  private rest(): void {
    this.frames += 1;
    const moving =
      this.driftUntil > performance.now() ||
      this.settleAt > 0 ||
      this.glide !== null ||
      this.growth !== null;
    if (!moving && !this.ended) this.game.loop.sleep();
  }

  /** Draws a frame soon. */
  wake(): void {
    if (!this.ready || this.ended || this.waking || this.game.loop.running) return;
    this.waking = true;
    requestAnimationFrame(() => {
      this.waking = false;
      if (this.ended || this.game.loop.running) return;
      this.game.loop.resetDelta();
      this.game.loop.wake();
    });
  }

  startDrift(): void {
    this.driftUntil = reduced() ? 0 : performance.now() + DRIFT.time;
    this.wake();
  }

  setCamera(next: Camera): void {
    this.camera = held(next, this.stage);
    this.settleAt = performance.now() + SETTLED;
    this.wake();
  }

  glideTo(target: Camera): void {
    const to = held(target, this.stage);
    this.glide?.stop();
    this.glide = null;
    if (reduced() || !this.ready) {
      this.setCamera(to);
      return;
    }
    const from = this.camera;
    this.glide = this.tweens.addCounter({
      from: 0,
      to: 1,
      duration: GLIDE,
      ease: 'Cubic.easeOut',
      onUpdate: (tween) => {
        const share = tween.getValue() ?? 1;
        const k = from.k * (to.k / from.k) ** share;
        // Screen distance runs evenly while the scale changes, so the way looks straight.
        const along =
          Math.abs(to.k - from.k) < 1e-6 ? share : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k);
        this.setCamera({
          x: from.x + (to.x - from.x) * along,
          y: from.y + (to.y - from.y) * along,
          k,
        });
      },
      onComplete: () => {
        this.glide = null;
      },
    });
    this.wake();
  }

  setShown(next: Shown): void {
    const before = this.shown;
    this.shown = next;
    if (next.model.stamp !== before.model.stamp || next.model.own !== before.model.own) this.grow();
    else if (next.model !== before.model && !this.growth) this.settleBoxes(1, new Map());
    if (next.layer !== before.layer) this.startDrift();
    this.wake();
  }

  /** Flows go from what they are to what they became. */
  private grow(): void {
    const from = new Map(this.boxes);
    this.growth?.stop();
    this.growth = null;
    if (reduced() || !this.ready) {
      this.settleBoxes(1, from);
      return;
    }
    this.growth = this.tweens.addCounter({
      from: 0,
      to: 1,
      duration: GROW,
      ease: 'Cubic.easeInOut',
      onUpdate: (tween) => this.settleBoxes(tween.getValue() ?? 1, from),
      onComplete: () => {
        this.growth = null;
        this.settleBoxes(1, from);
        this.startDrift();
      },
    });
  }

  private settleBoxes(share: number, from: ReadonlyMap<string, number>): void {
    // A new map each time: what is laid out by it sees that it changed.
    const next = new Map<string, number>();
    for (const { spec, overland } of this.shown.model.links) {
      const was = from.get(spec.id) ?? 0;
      // A flow that begins or ends grows out of a hair.
      const value = was + (overland - was) * share;
      next.set(spec.id, share < 1 && value > 0 ? Math.max(value, LEAST_BOXES / 4) : value);
    }
    this.boxes = next;
  }

  resized(stage: Size, density: number): void {
    const k = this.camera.k * Math.max(stage.width / this.stage.width, 0.2);
    this.stage = stage;
    this.density = density;
    this.camera = held({ ...this.camera, k }, stage);
    this.baked = null;
    this.wake();
  }

  forgetGround(): void {
    this.baked = null;
    this.wake();
  }

  /** Paints the ground anew when it is stale, and lays it where it belongs. */
  private setGround(): void {
    const { ground, image, camera, stage, density } = this;
    if (!ground || !image) return;
    const { palette, sheet, model } = this.shown;
    const init: GroundInit = { palette, sheet, own: model.own, relief: this.relief };
    const key = `${palette.dark} ${model.own} ${density} ${language()}`;
    const settled = this.settleAt > 0 && performance.now() >= this.settleAt;
    const stale =
      this.baked === null ||
      this.baked.key !== key ||
      (settled && this.baked.camera.k !== camera.k) ||
      (this.baked.camera.k === camera.k && !this.covers());
    if (settled) this.settleAt = 0;
    if (stale) {
      const size = {
        width: Math.ceil(stage.width * (1 + 2 * MARGIN)),
        height: Math.ceil(stage.height * (1 + 2 * MARGIN)),
      };
      ground.setSize(Math.round(size.width * density), Math.round(size.height * density));
      paintGround(ground.context, init, camera, stage, size, density);
      image.setTexture('ground');
      this.baked = { camera, size, key };
    }
    const { baked } = this;
    if (!baked) return;
    const scale = camera.k / baked.camera.k;
    image.setScale(scale);
    image.setPosition(
      ((baked.camera.x - camera.x) * camera.k + stage.width / 2 - (baked.size.width / 2) * scale) *
        density,
      ((baked.camera.y - camera.y) * camera.k +
        stage.height / 2 -
        (baked.size.height / 2) * scale) *
        density,
    );
  }

  private covers(): boolean {
    const { baked, camera, stage } = this;
    if (!baked) return false;
    const [dx, dy] = [
      Math.abs(baked.camera.x - camera.x) * camera.k,
      Math.abs(baked.camera.y - camera.y) * camera.k,
    ];
    return (
      dx <= (baked.size.width - stage.width) / 2 && dy <= (baked.size.height - stage.height) / 2
    );
  }
}

const sizeOf = (element: HTMLElement): Size => ({
  width: Math.max(1, element.clientWidth),
  height: Math.max(1, element.clientHeight),
});

/**
 * Puts the map into an element. It draws with the 2D canvas: lines there need no triangles, it works
 * where there is no WebGL, and a still picture costs nothing.
 */
export function mountMap(element: HTMLElement, first: Shown): MapHandle {
  const scene = new MapScene(first, sizeOf(element), densityNow());
  const { stage, density } = scene;
  const game = new Game({
    type: CANVAS,
    parent: element,
    width: Math.round(stage.width * density),
    height: Math.round(stage.height * density),
    backgroundColor: first.palette.sea,
    banner: false,
    audio: { noAudio: true },
    input: { mouse: false, touch: false, keyboard: false, gamepad: false },
    disableContextMenu: false,
    autoFocus: false,
    scale: { mode: Scale.NONE, zoom: 1 / density },
    scene,
  });
  const forget = (): void => {
    forgetLabels();
    scene.forgetGround();
  };
  document.fonts.addEventListener('loadingdone', forget);
  return {
    show: (next) => scene.setShown(next),
    resize() {
      // Out of sight it has no size: it keeps what it shows until it is seen again.
      if (element.clientWidth < 2 || element.clientHeight < 2) return;
      const [size, dense] = [sizeOf(element), densityNow()];
      game.scale.setZoom(1 / dense);
      game.scale.resize(Math.round(size.width * dense), Math.round(size.height * dense));
      scene.resized(size, dense);
    },
    camera: () => scene.camera,
    size: () => scene.stage,
    pan(dx, dy) {
      const { x, y, k } = scene.camera;
      scene.setCamera({ x: x - dx / k, y: y - dy / k, k });
    },
    zoom(factor, x, y, glide = false) {
      const next = zoomedAt(scene.camera, scene.stage, factor, x, y);
      if (glide) scene.glideTo(next);
      else scene.setCamera(next);
    },
    moveTo: (camera) => scene.glideTo(camera),
    frames: () => scene.frames,
    destroy() {
      document.fonts.removeEventListener('loadingdone', forget);
      // What still waits for a frame or a font must not touch a game that is gone.
      scene.ended = true;
      game.destroy(true);
      // The game ends itself in its next step, and a resting loop would never take it.
      if (!game.loop.running) game.loop.wake();
    },
  };
}
