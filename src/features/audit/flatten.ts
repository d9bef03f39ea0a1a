import type { AuditLine } from '#contract/console/audit'
import { t } from './text'

type Json = NonNullable<AuditLine['change']>
export type Fact = { term: string; value: string; muted?: boolean }

/** What a call said, field by field: the way to each value, in words, and the value. */
export function flatten(change: Json | null, path: readonly string[] = []): Fact[] {
  if (Array.isArray(change)) {
    if (change.some((item) => typeof item === 'object' && item !== null))
      return change.flatMap((item, index) => flatten(item, [...path, String(index + 1)]))
    return [{ term: inWords(path), value: change.map((item) => textOf(item)).join(', ') || t('none') }]
  }
  if (typeof change === 'object' && change !== null) {
    const names = Object.keys(change)
    if (names.length === 1 && typeof change.rows === 'number')
      return [{ term: inWords(path), value: t('rows', { count: change.rows }) }]
    return Object.entries(change).flatMap(([name, inner]) => flatten(inner, [...path, name]))
  }
  const muted = change === '[not recorded]' || change === '[malformed]'
  return [{ term: inWords(path), value: textOf(change), ...(muted && { muted }) }]
}

function textOf(value: Json | null): string {
  if (value === '[not recorded]') return t('withheld')
  if (value === '[malformed]') return t('malformed')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  return value === null ? t('none') : String(value)
}

/** `destinationAmount`, `currency` becomes `Destination amount › currency`. */
function inWords(path: readonly string[]): string {
  const words = path.map((name) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
  const text = words.join(' › ') || t('change')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
