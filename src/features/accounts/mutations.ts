import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Args } from '#contract/endpoint'
import {
  managedAccountBlock,
  managedAccountCreate,
  managedAccountRemove,
  managedAccountsIBANUpgrade,
  managedAccountUnblock,
  managedAccountUpdate,
} from '#contract/managed-accounts'
import { call } from '@/api/client'
import { accountQueries } from '@/api/queries/accounts'

/** Whatever changes an account may change every list, sum and name that shows it. */
function useAccountsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: accountQueries.all() })
}

export function useCreateAccount() {
  const queryClient = useQueryClient()
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountCreate>) => call(managedAccountCreate, args),
    onSuccess: (account) => {
      // The page of the new account opens on this; only lists and sums have to be read again.
      queryClient.setQueryData(accountQueries.detail(account.id).queryKey, account)
      void changed()
    },
  })
}

export function useUpdateAccount() {
  const queryClient = useQueryClient()
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountUpdate>) => call(managedAccountUpdate, args),
    onSuccess: (account) => {
      queryClient.setQueryData(accountQueries.detail(account.id).queryKey, account)
      void changed()
    },
  })
}

export function useBlockAccount() {
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountBlock>) => call(managedAccountBlock, args),
    onSuccess: changed,
  })
}

export function useUnblockAccount() {
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountUnblock>) => call(managedAccountUnblock, args),
    onSuccess: changed,
  })
}

export function useRequestIban() {
  const queryClient = useQueryClient()
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountsIBANUpgrade>) => call(managedAccountsIBANUpgrade, args),
    onSuccess: (iban, { params }) => {
      queryClient.setQueryData(accountQueries.iban(params.id).queryKey, iban)
      void changed()
    },
  })
}

export function useRemoveAccount() {
  const changed = useAccountsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof managedAccountRemove>) => call(managedAccountRemove, args),
    onSuccess: changed,
  })
}
