import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useDraft } from '@/components/wizard/draft'
import type { BeforeSteps } from '../before'
import { AddressStep } from './address-step'
import { type ConsumerDraft, emptyDraft } from './draft'
import { MoneyStep } from './money-step'
import { NeedStep } from './need-step'
import type { Refusal } from './refusals'
import { ReviewStep } from './review-step'
import { furthestStep, nextStep, type StepId, stepIds, stepOf } from './steps'
import { t } from './text'
import { YouStep } from './you-step'

const steps = stepIds.map((id) => ({ id, label: t(`step_${id}`) }))
const none: Refusal['complaints'] = []

/** The consumer's steps up to the registration: one form above all of them, kept in the draft as it is typed. */
export function useConsumerSteps(): {
  before: BeforeSteps<StepId>
  Provider: (props: { children: ReactNode }) => ReactNode
} {
  const [draft, saveDraft, forget] = useDraft('onboarding-consumer', emptyDraft)
  const [complaints, setComplaints] = useState<Refusal['complaints']>(none)
  const [taken, setTaken] = useState<string>()
  const form = useForm<ConsumerDraft>({ defaultValues: draft })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is the one who writes; the draft follows it
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => saveDraft({ ...values }) }),
    [form],
  )
  const Provider = useCallback(
    ({ children }: { children: ReactNode }) => <FormProvider {...form}>{children}</FormProvider>,
    [form],
  )

  const render: BeforeSteps<StepId>['render'] = (step, { go, onRegistered }) => {
    const here = complaints.filter(({ path }) => stepOf(path) === step)
    const onNext = () => {
      if (here.length > 0) setComplaints(complaints.filter((complaint) => !here.includes(complaint)))
      go(nextStep(step, form.getValues(), Date.now()))
    }
    const at = stepIds.indexOf(step)
    const back = { label: t('previous'), onBack: () => go(stepIds[at - 1] ?? 'need') }
    const given = { complaints: here.length > 0 ? here : none, onNext, back }
    switch (step) {
      case 'need':
        return <NeedStep onNext={onNext} />
      case 'you':
        return <YouStep {...given} taken={taken === draft.rootUser.email ? taken : undefined} />
      case 'address':
        return <AddressStep {...given} />
      case 'money':
        return <MoneyStep {...given} />
      case 'review':
        return (
          <ReviewStep
            draft={draft}
            back={back}
            onChange={go}
            onRegistered={onRegistered}
            onRefused={(refusal) => {
              setComplaints(refusal.complaints)
              setTaken(refusal.code === 'ROOT_EMAIL_NOT_UNIQUE' ? draft.rootUser.email : undefined)
              go(refusal.step)
            }}
          />
        )
      default:
        return step satisfies never
    }
  }
  return { before: { steps, furthest: furthestStep(draft, Date.now()), render, forget }, Provider }
}
