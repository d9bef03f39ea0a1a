import type { AuditLine } from '#contract/console/audit'
import { t } from '../text'

/** Who did it. At a refused sign-in nobody has proved to be anybody: then whose sign-in it was meant to be. */
export function PersonName({ line: { person, change } }: { line: AuditLine }) {
  if (person) return person.name
  const meant = isObject(change) && typeof change.meantFor === 'string' ? change.meantFor : undefined
  return <span className="text-ink-soft">{meant === undefined ? t('nobody') : t('meantFor', { name: meant })}</span>
}

const isObject = (value: AuditLine['change']): value is Record<string, NonNullable<AuditLine['change']>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
