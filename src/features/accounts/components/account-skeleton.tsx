import { Skeleton } from '@/components/ui/skeleton'

/** Keeps the places of the figures and of the two lists below them. */
export function AccountSkeleton() {
  return (
    <div aria-hidden>
      <div className="space-y-3">
        <Skeleton className="w-32" />
        <Skeleton className="h-9 w-64" />
      </div>
      <div className="mt-12 grid gap-12 lg:grid-cols-2">
        {['left', 'right'].map((side) => (
          <div key={side} className="space-y-5">
            <Skeleton className="w-40" />
            <Skeleton className="w-full" />
            <Skeleton className="w-full" />
            <Skeleton className="w-2/3" />
          </div>
        ))}
      </div>
    </div>
  )
}
