import { choiceParam, offsetParam, searchParams } from '@/lib/search-params'
import { stepIds } from './step-ids'

export const feeListSearch = searchParams({ offset: offsetParam })

export const newChargeSearch = searchParams({ step: choiceParam(stepIds) })
