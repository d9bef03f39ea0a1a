import type { Address } from '#contract/people'
import { countryName } from '@/lib/countries'

/** An address as it stands on an envelope; whatever is missing of it leaves no gap. */
export function PostalAddress({ address }: { address: { [K in keyof Address]?: string | undefined } }) {
  const { addressLine1, addressLine2, postCode, city, state, country } = address
  const lines = [
    addressLine1,
    addressLine2,
    [postCode, city].filter(Boolean).join(' '),
    state,
    country && countryName(country),
  ].filter((line): line is string => Boolean(line))
  return (
    <span className="block">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}
