import { createFileRoute } from '@tanstack/react-router'
import { NewChargePage } from '@/features/fees/pages/new-charge-page'
import { newChargeSearch } from '@/features/fees/search'

export const Route = createFileRoute('/_app/charges/new')({
  staticData: { requires: 'fees.charge' },
  validateSearch: newChargeSearch,
  component: NewChargePage,
})
