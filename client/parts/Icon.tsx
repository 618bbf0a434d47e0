/** A Lucide icon, always beside a word or inside a labelled control, hence hidden from readers. */
export function Icon(props: { readonly path: string; readonly size?: number }) {
  const size = `${(props.size ?? 16) / 16}rem`;
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      style={{ width: size, height: size }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={props.path} />
    </svg>
  );
}

/** The mark: four roads of different length from one open ring. */
export function Mark(props: { readonly size?: number }) {
  const size = `${(props.size ?? 24) / 16}rem`;
  return (
    <svg
      class="mark"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      style={{ width: size, height: size }}
      aria-hidden="true"
      focusable="false"
    >
      <path d="M14.6 11.2a3.2 3.2 0 1 1-2-2M9 13.5l-6 5.5M9.3 10.3 3.6 7.2M13.7 9.9 20.5 5M15.3 13.9l5 4.6" />
    </svg>
  );
}
