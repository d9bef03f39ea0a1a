import { useMutation } from '@tanstack/react-query'
import { eventReplay } from '#contract/console/events'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

/** Tells every open page of an event once more; each of them, this one too, then reads again what it is about. */
export const useReplay = () =>
  useMutation({ mutationFn: (args: Args<typeof eventReplay>) => callConsole(eventReplay, args) })
