import { cn } from '@/lib/cn'
import { pageConfig } from '@/lib/page-config'
import { t } from './text'

const look = {
  embedded: 'bg-wait-wash text-wait',
  'weavr-sandbox': 'bg-info-wash text-info',
  'weavr-live': 'bg-accent-wash text-accent',
} as const

/** Whose money moves here must never be a guess. */
export function EnvironmentRibbon() {
  const { environment } = pageConfig()
  return (
    <p className={cn('px-4 py-1 text-center font-medium text-micro sm:px-8', look[environment])}>
      {t(`environment.${environment}`)}
    </p>
  )
}
