import type { Content } from '../core/content.ts';
import type { ParamSpec, Params, ParamValue } from '../core/order.ts';

/** A parameter that is one of a list fixed by the rules. */
export function choice(
  id: string,
  options: readonly string[],
  initial: string,
  names: 'option' | 'corridor' | 'line' | 'power' = 'option',
): ParamSpec {
  return { id, type: 'choice', names, options: () => options, initial };
}

/** A parameter that is one of a list given by the scenario. */
export function contentChoice(
  id: string,
  names: 'place' | 'project' | 'line',
  options: (content: Content) => readonly string[],
  initial: string,
): ParamSpec {
  return { id, type: 'choice', names, options, initial };
}

/** A parameter that is a half-year of the scenario. */
export function halfChoice(id: string): ParamSpec {
  return { id, type: 'choice', names: 'half', options: ({ halves }) => halves, initial: '' };
}

export function slider(
  id: string,
  unit: string,
  min: number,
  max: number,
  step: number,
  initial: number,
): ParamSpec {
  return { id, type: 'number', min, max, step, initial, unit };
}

/** Whether a value fits its parameter: a listed choice, or a number on the slider's grid. */
export function fits(spec: ParamSpec, value: ParamValue | undefined, content: Content): boolean {
  if (spec.type === 'choice') {
    return typeof value === 'string' && spec.options(content).includes(value);
  }
  if (typeof value !== 'number' || !(value >= spec.min && value <= spec.max)) return false;
  const steps = (value - spec.min) / spec.step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

export function initialParams(specs: readonly ParamSpec[], content: Content): Params {
  const params: Record<string, ParamValue> = {};
  for (const spec of specs) {
    if (spec.type === 'number') params[spec.id] = spec.initial;
    else {
      const options = spec.options(content);
      params[spec.id] = options.includes(spec.initial) ? spec.initial : (options[0] as string);
    }
  }
  return params;
}

export function text(params: Params, id: string): string {
  return String(params[id]);
}

export function number(params: Params, id: string): number {
  return Number(params[id]);
}
