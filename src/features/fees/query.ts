import type { FeeListQuery } from '@/api/queries/fees'
import type { SearchOf } from '@/lib/search-params'
import type { feeListSearch } from './search'

export const feePageSize = 25

export const toFeeListQuery = ({ offset }: SearchOf<typeof feeListSearch>): FeeListQuery => ({
  limit: feePageSize,
  offset: offset ?? 0,
  sortOrder: 'DESC',
})
