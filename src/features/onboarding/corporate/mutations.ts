import { useMutation } from '@tanstack/react-query'
import { registerCorporate } from '#contract/console/entry'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

/** Registers the company. What waits afterwards (the first password) is read anew by whoever shows it. */
export const useRegisterCorporate = () =>
  useMutation({ mutationFn: (args: Args<typeof registerCorporate>) => callConsole(registerCorporate, args) })
