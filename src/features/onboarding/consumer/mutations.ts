import { useMutation } from '@tanstack/react-query'
import { registerConsumer } from '#contract/console/entry'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

export function useRegisterConsumer() {
  return useMutation({ mutationFn: (args: Args<typeof registerConsumer>) => callConsole(registerConsumer, args) })
}
