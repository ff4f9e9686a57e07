/** An open sheet with the folds that make eight leaves of it: what printers call an octavo. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flexShrink: 0 }}>
      <g
        fill="var(--mantine-primary-color-light)"
        stroke="var(--mantine-color-petrol-6)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      >
        <path d="M3 7l13 4v16L3 23zM29 7l-13 4v16l13-4z" />
        <path d="M3 15l13 4 13-4M9.5 9v16M22.5 9v16" fill="none" strokeWidth="1.1" />
      </g>
    </svg>
  );
}
