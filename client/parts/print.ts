import { useEffect } from 'preact/hooks';

/** On paper nothing can be opened: what lies in closed boxes is printed too, and closed again after. */
export function usePrintedWhole(): void {
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const box of opened) box.open = true;
    };
    const close = (): void => {
      for (const box of opened) box.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
