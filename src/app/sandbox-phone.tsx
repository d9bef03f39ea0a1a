import { lazy, type ReactNode, Suspense } from 'react'
import { pageConfig } from '@/lib/page-config'

const SandboxPhone = lazy(() =>
  import('@/features/sandbox-controls/components/sandbox-phone').then((m) => ({ default: m.SandboxPhone })),
)

/** The phone that the embedded sandbox plays, for pages that wait for one; elsewhere the person has theirs. */
export function sandboxPhone(): ReactNode {
  if (pageConfig().environment !== 'embedded') return null
  return (
    <Suspense fallback={null}>
      <SandboxPhone />
    </Suspense>
  )
}
