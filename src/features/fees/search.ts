import type { FeeListQuery } from '@/api/queries/fees'
import { choiceParam, offsetParam, type SearchOf, searchParams } from '@/lib/search-params'
import { stepIds } from './steps'

export const feePageSize = 25
export const feeListSearch = searchParams({ offset: offsetParam })
export const toFeeListQuery = ({ offset }: SearchOf<typeof feeListSearch>): FeeListQuery => ({
  limit: feePageSize,
  offset: offset ?? 0,
  sortOrder: 'DESC',
})

export const newChargeSearch = searchParams({ step: choiceParam(stepIds) })
