import { useId, useLayoutEffect, useRef, useState } from 'react'
import { type ProposalDetail, proposalApprove, proposalReject } from '#contract/console/proposals'
import { useAccess } from '@/api/access'
import { FieldFrame } from '@/components/form/field-frame'
import { FormFailure } from '@/components/form/form-failure'
import { GatedButton } from '@/components/form/gated-button'
import { Section } from '@/components/layout/section'
import { Textarea } from '@/components/ui/textarea'
import { approveSentences, rejectSentences } from '../messages'
import { useApprove, useReject } from '../mutations'
import { sayTotal } from '../say'
import { t } from '../text'

const LONGEST = 500

/** Yes or no, with a comment. Somebody who may not decide sees why. */
export function DecideForm({ proposal }: { proposal: ProposalDetail }) {
  const { id, digest, source, state, mayNotDecide } = proposal
  const field = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  // A decision takes the form away; whoever was in it goes on at the heading, above the news of what became of it.
  useLayoutEffect(
    () => () => {
      if (form.current?.contains(document.activeElement)) document.querySelector<HTMLElement>('main h1')?.focus()
    },
    [],
  )
  const { whyNot } = useAccess()
  const approve = useApprove()
  const reject = useReject()
  const [comment, setComment] = useState('')
  const [complaint, setComplaint] = useState<string>()
  const pending = approve.isPending || reject.isPending
  const reason = (deed: typeof proposalApprove | typeof proposalReject) =>
    whyNot(deed.permission) ?? (mayNotDecide && t(`why_${mayNotDecide}`))

  // Said on the page as well: whoever decides nothing here has no comment to write either.
  const off = reason(proposalApprove)
  const refuse = (sentence: string) => {
    setComplaint(sentence)
    box.current?.focus()
  }
  const yes = () => {
    if (pending) return
    if (comment.trim().length > LONGEST) return refuse(t('commentLong'))
    reject.reset()
    approve.mutate({ id, digest, ...(comment.trim() && { comment: comment.trim() }) })
  }
  const no = () => {
    if (pending) return
    if (comment.trim() === '') return refuse(t('commentMissing'))
    if (comment.trim().length > LONGEST) return refuse(t('commentLong'))
    approve.reset()
    reject.mutate({ id, comment: comment.trim() })
  }
  const amount = sayTotal(proposal)
  const yesLabel =
    state === 'EXECUTING' ? t('sendAgain') : source === 'BULK' ? t('approveBulk') : t('approve', { amount })
  return (
    <Section title={t('decideTitle')}>
      <form
        ref={form}
        aria-label={t('decideTitle')}
        className="max-w-2xl space-y-5"
        onSubmit={(event) => event.preventDefault()}
      >
        {off ? (
          <p className="text-ink-soft">{off}</p>
        ) : (
          <FieldFrame id={field} label={t('comment')} hint={t('commentHint')} error={complaint}>
            <Textarea
              id={field}
              ref={box}
              rows={3}
              value={comment}
              aria-invalid={complaint ? true : undefined}
              aria-describedby={complaint ? `${field}-error ${field}-hint` : `${field}-hint`}
              onChange={(event) => {
                setComment(event.target.value)
                setComplaint(undefined)
              }}
            />
          </FieldFrame>
        )}
        <FormFailure error={approve.error} rest={[]} sentences={approveSentences()} onCheckAgain={yes} />
        <FormFailure error={reject.error} rest={[]} sentences={rejectSentences()} onCheckAgain={no} />
        <div className="flex flex-wrap gap-3">
          <GatedButton variant="primary" busy={approve.isPending} reason={off} onClick={yes}>
            {yesLabel}
          </GatedButton>
          {state === 'PENDING' && (
            <GatedButton busy={reject.isPending} reason={reason(proposalReject)} onClick={no}>
              {t('reject')}
            </GatedButton>
          )}
        </div>
      </form>
    </Section>
  )
}
