import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CurrencyAmount } from '#contract/common'
import type { Proposal } from '#contract/console/proposals'
import { accountQueries } from '@/api/queries/accounts'
import { proposalQueries } from '@/api/queries/proposals'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { approveSentences } from '../messages'
import { approveProposal } from '../mutations'
import { sayAmounts, sayTotal } from '../say'
import { t } from '../text'

type Result = { id: string; what: string; said: string; good: boolean }
type Props = { chosen: readonly Proposal[]; onDone: () => void }

/** One decision on several payments: each is sent by itself, and what became of each is said. */
export function ApproveMany({ chosen, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const approve = useMutation({
    mutationFn: async () => {
      const results: Result[] = []
      // One after the other: a code that is asked for is asked once, and the next finds it given.
      for (const proposal of chosen) results.push(await approveOne(proposal))
      return results
    },
    onSettled: async () => {
      setAsking(false)
      onDone()
      await queryClient.invalidateQueries({ queryKey: proposalQueries.all() })
      await queryClient.invalidateQueries({ queryKey: accountQueries.all() })
    },
  })
  const amounts = sayAmounts(sum(chosen))
  return (
    <>
      {chosen.length > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-4 border-rule border-t pt-4">
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t('approveChosen', { count: chosen.length })}
          </Button>
          <span className="figures text-ink-soft">{t('chosenAmounts', { amounts })}</span>
        </div>
      )}
      {approve.data && (
        <Notice tone={approve.data.every(({ good }) => good) ? 'good' : 'bad'} title={t('results')} className="mt-4">
          <ul>
            {approve.data.map(({ id, what, said }) => (
              <li key={id}>{t('resultDone', { what, state: said })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('approveChosen', { count: chosen.length })}
        text={t('approveChosenText', { amounts })}
        confirmLabel={t('approveChosen', { count: chosen.length })}
        busy={approve.isPending}
        onConfirm={() => !approve.isPending && approve.mutate()}
      />
    </>
  )
}

async function approveOne(proposal: Proposal): Promise<Result> {
  const { id, digest, maker } = proposal
  const what = `${sayTotal(proposal)}, ${maker.name}`
  try {
    const { state } = await approveProposal({ id, digest })
    return { id, what, said: t(state), good: state === 'EXECUTED' }
  } catch (error) {
    return { id, what, said: failureText(error, { sentences: approveSentences(), write: true }), good: false }
  }
}

function sum(proposals: readonly Proposal[]): CurrencyAmount[] {
  const sums = new Map<string, number>()
  for (const { currency, amount } of proposals.flatMap(({ totals }) => totals))
    sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}
