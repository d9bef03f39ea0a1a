import type { ComponentProps, ReactNode } from 'react'
import { ErrorView } from '@/components/feedback/error-view'
import { Skeleton } from '@/components/ui/skeleton'
import { readFailure } from '@/lib/failure'
import { Page } from './page'

type Props = {
  title: string
  back?: NonNullable<ComponentProps<typeof Page>['back']>
  /** The query that has brought nothing yet. */
  query: { error: unknown; isFetching: boolean; refetch: () => Promise<unknown> }
  words: { loading: string; notFound: string; notLoaded: string }
  /** Where lines do not keep the places of what comes. */
  skeleton?: ReactNode
}

/** In the place of a page about one thing: it is being read, could not be read, or is not there. */
export function AbsentPage({ title, back, query: { error, isFetching, refetch }, words, skeleton }: Props) {
  return (
    <Page title={title} {...(back && { back })}>
      {error ? (
        <ErrorView
          error={error}
          title={readFailure(error).status === 404 ? words.notFound : words.notLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : (
        <>
          <p role="status" className="sr-only">
            {words.loading}
          </p>
          {skeleton ?? <Lines />}
        </>
      )}
    </Page>
  )
}

function Lines() {
  return (
    <div aria-hidden className="space-y-6">
      {['first', 'second', 'third', 'fourth'].map((line) => (
        <Skeleton key={line} className="w-full" />
      ))}
    </div>
  )
}
