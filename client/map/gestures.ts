/** What a hand on the stage wants; all points in CSS pixels of the stage. */
export interface Wishes {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  /** null: the pointer left. */
  hover(at: readonly [number, number] | null): void;
  tap(x: number, y: number, touch: boolean): void;
}

/** A press that moves less than this is a tap. */
const STILL = 6;
const WHEEL = 0.0016;

interface Finger {
  x: number;
  y: number;
  readonly fromX: number;
  readonly fromY: number;
}

/** Listens to mouse, pen, fingers and wheel on an element. @returns what ends the listening */
export function listen(element: HTMLElement, wishes: Wishes): () => void {
  const fingers = new Map<number, Finger>();
  let moved = false;
  const at = (event: PointerEvent | WheelEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y] = at(event);
    if (fingers.size === 0) moved = false;
    fingers.set(event.pointerId, { x, y, fromX: x, fromY: y });
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const [x, y] = at(event);
    const finger = fingers.get(event.pointerId);
    if (!finger) {
      if (event.pointerType !== 'touch') wishes.hover([x, y]);
      return;
    }
    const others = [...fingers.values()].filter((other) => other !== finger);
    const other = others[0];
    const [dx, dy] = [x - finger.x, y - finger.y];
    if (other) {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const after = Math.hypot(x - other.x, y - other.y);
      moved = true;
      wishes.pan(dx / 2, dy / 2);
      if (before > 10) wishes.zoom(after / before, (x + other.x) / 2, (y + other.y) / 2);
    } else if (moved || Math.hypot(x - finger.fromX, y - finger.fromY) > STILL) {
      moved = true;
      element.dataset.dragging = '';
      wishes.hover(null);
      wishes.pan(dx, dy);
    }
    finger.x = x;
    finger.y = y;
  };
  const up = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    delete element.dataset.dragging;
    if (finger && !moved && fingers.size === 0 && event.type === 'pointerup') {
      wishes.tap(finger.x, finger.y, event.pointerType === 'touch');
    }
  };
  const leave = (): void => wishes.hover(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
    const turn = Math.max(-240, Math.min(240, event.deltaY * lines));
    // A pinch on a touchpad comes as a wheel with the control key, in small steps.
    wishes.zoom(Math.exp(-turn * WHEEL * (event.ctrlKey ? 6 : 1)), ...at(event));
  };
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
  };
}
