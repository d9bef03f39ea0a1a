import { brand } from '@/lib/brand'

/** The mark of whose console this is; without one, ours. The name stands beside it, so it says nothing itself. */
export function BrandMark() {
  const { logo } = brand()
  return logo === undefined ? <Mark /> : <img data-when="logo" src={logo} alt="" className="brand-logo" />
}

/** The needle and the rule beside it: an instrument that shows where you stand. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 shrink-0" aria-hidden="true">
      <path
        d="M1 15.5h18M3 15.5v-4M6.5 15.5v-2.5M10 15.5v-4M13.5 15.5v-2.5M17 15.5v-4"
        className="stroke-ink"
        fill="none"
      />
      <path d="M12.5 2v13.5" className="stroke-needle" strokeWidth="2" />
    </svg>
  )
}
