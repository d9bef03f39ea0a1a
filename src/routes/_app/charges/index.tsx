import { createFileRoute } from '@tanstack/react-router'
import { feeQueries } from '@/api/queries/fees'
import { ChargeListPage } from '@/features/fees/pages/charge-list-page'
import { toFeeListQuery } from '@/features/fees/query'
import { feeListSearch } from '@/features/fees/search'

export const Route = createFileRoute('/_app/charges/')({
  validateSearch: feeListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(feeQueries.list(toFeeListQuery(deps)))
  },
  component: ChargeListPage,
})
