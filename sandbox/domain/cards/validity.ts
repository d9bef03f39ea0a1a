import { cardTimes } from './card-profiles'

/** The last instant of the month that lies `months` after the one of `from`, in UTC. */
export function endOfValidity(from: number, months: number): number {
  const date = new Date(from)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1) - 1
}

/** `MMYY`, as cards show it. */
export function mmyy(instant: number): string {
  const date = new Date(instant)
  return `${two(date.getUTCMonth() + 1)}${two(date.getUTCFullYear() % 100)}`
}

const two = (value: number) => String(value).padStart(2, '0')

type Validity = { valid_until: number; renewal_type: 'RENEW' | 'NO_RENEW' }

export const warnAt = ({ valid_until }: Validity) => valid_until - cardTimes.warnBeforeMs

/** When a card renews, or ends. */
export const endsAt = ({ valid_until, renewal_type }: Validity) =>
  renewal_type === 'RENEW' ? valid_until - cardTimes.renewBeforeMs : valid_until
