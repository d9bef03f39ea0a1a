import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type BulkProcessMode,
  bulkIdCancel,
  bulkIdExecute,
  bulkIdPause,
  bulkIdResume,
  bulksTransferCreate,
} from '#contract/bulks'
import { call } from '@/api/client'
import { ApiError } from '@/api/client/api-error'
import { WrittenBody } from '@/api/client/client'
import { type HeldBack, orHeldBack } from '@/api/client/held-back'
import { accountQueries } from '@/api/queries/accounts'
import { bulkQueries } from '@/api/queries/bulks'
import type { AskDesk } from './import/protocol'

/** Submits what lies on the desk. The worker writes the body and names the reference, which follows the content. */
export function useSubmitBulk(ask: AskDesk, profileId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { body, reference } = await ask('body', { profileId })
      return call(bulksTransferCreate, { body: new WrittenBody(body), idempotencyRef: reference })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkQueries.all() }),
  })
}

export type BulkCommand =
  | { action: 'execute'; mode: BulkProcessMode }
  | { action: 'pause' }
  | { action: 'resume' }
  | { action: 'cancel' }

/** Starts, holds or ends a bulk; one that another person must approve first becomes a proposal. Whatever the answer, the state is read anew: a refusal means that ours was old. */
export function useBulkCommand(bulkId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (command: BulkCommand) => send(bulkId, command),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: bulkQueries.all() }),
        queryClient.invalidateQueries({ queryKey: accountQueries.all() }),
      ]),
  })
}

async function send(bulkId: string, command: BulkCommand): Promise<HeldBack | undefined> {
  const params = { bulk_id: bulkId }
  switch (command.action) {
    case 'execute':
      return orHeldBack(call(bulkIdExecute, { params, body: { mode: command.mode } }))
    case 'pause':
      return call(bulkIdPause, { params })
    case 'resume':
      return orHeldBack(call(bulkIdResume, { params }))
    case 'cancel':
      return call(bulkIdCancel, { params })
    default:
      return command satisfies never
  }
}

/** The answer never came: nobody knows whether the deed was done. */
export const isUnknownOutcome = (error: unknown): boolean => error instanceof ApiError && error.code === 'NETWORK'
