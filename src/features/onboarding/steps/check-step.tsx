import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IdentityId } from '#contract/common'
import { dueDiligenceQuery } from '@/api/queries/identity'
import { ErrorView } from '@/components/feedback/error-view'
import { Skeleton } from '@/components/ui/skeleton'
import { mayGoOn, outcomeOf } from '@/lib/due-diligence'
import { faceOf } from '@/lib/faces'
import { words } from '../text'
import type { RootUser } from '../use-standing'
import { CheckOutcome } from './check-outcome'
import { CheckScreens } from './check-screens'

type Props = {
  type: IdentityId['type']
  root: RootUser
  /** Whether it is whoever registered who looks. */
  isRoot: boolean
  /** The address asks for the screens of the check. */
  open: boolean
  onOpen: (open: boolean) => void
}

/** Live events tell at once; this is for when they do not come. */
const calmly = 15_000

/** The check: its screens, and how it stands. What the screens tell only says when to ask the API. */
export function CheckStep({ type, root, isRoot, open, onOpen }: Props) {
  const t = words.to(faceOf(type))
  const [closed, setClosed] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({ ...dueDiligenceQuery(type), refetchInterval: calmly })
  if (!data)
    return error ? (
      <ErrorView title={t('notLoaded')} error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <Skeleton className="h-24 w-full" />
    )
  const outcome = outcomeOf(data)
  // The screens stay while the person reads their last page, whatever has been decided meanwhile.
  if (open)
    return (
      <CheckScreens
        type={type}
        mayOpen={mayGoOn(outcome)}
        onLeave={(submitted) => {
          setClosed(!submitted)
          onOpen(false)
        }}
      />
    )
  return (
    <CheckOutcome
      type={type}
      outcome={outcome}
      root={root}
      isRoot={isRoot}
      wasClosed={closed}
      onOpen={() => onOpen(true)}
    />
  )
}
