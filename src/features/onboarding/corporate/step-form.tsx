import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { stepResolver } from './complaints'
import type { CorporateDraft } from './draft'
import { standing } from './refusals'
import type { StepProps } from './step-props'
import { fieldPaths, furthestStep, nextStep, type StepId, stepIds } from './steps'
import { t } from './text'

type Props = StepProps & {
  step: StepId
  /** What happens with a step that is right; the next one is shown unless said otherwise. */
  onValid?: (draft: CorporateDraft) => void
  submitLabel?: string
  busy?: boolean
  children: ReactNode
}

/**
 * One step as a form of its own: complaints come with "Continue" and go as one types. What the server refused stands on
 * its field until that is changed, or sent again.
 */
export function StepForm({ step, draft, save, facts, refusal, go, onValid, submitLabel, busy, children }: Props) {
  const element = useRef<HTMLFormElement>(null)
  const form = useForm<CorporateDraft>({
    defaultValues: draft,
    resolver: stepResolver(step, facts),
    // Not every field is one that it could focus.
    shouldFocusError: false,
  })
  const [fromReview] = useState(() => furthestStep(draft, facts()) === 'review')
  // What is corrected while one looks at it stays marked at the top: nothing moves under one's fingers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it is when the step comes, or is refused
  const refused = useMemo(() => (refusal ? standing(refusal, step, draft) : []), [refusal])
  const focusProblem = () => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()

  // The form is the one who writes; the draft follows it into session storage.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name }) => {
          save(structuredClone(values))
          // What was refused is not what stands there now.
          const path = fieldPaths.find((known) => known === name)
          if (path && form.getFieldState(path).error?.type === 'server') form.clearErrors(path)
        },
      }),
    [form, save],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    for (const { path, message } of refused) form.setError(path, { type: 'server', message })
    // The wizard leads to the heading of a step that has come; here the field is what has to be looked at.
    if (refused.length > 0) setTimeout(focusProblem)
  }, [refusal])

  const proceed = onValid ?? ((values: CorporateDraft) => go(nextStep(step, values, facts())))
  const before = stepIds[stepIds.indexOf(step) - 1]
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        aria-label={t(`step_${step}`)}
        noValidate
        onSubmit={form.handleSubmit(proceed, () => setTimeout(focusProblem))}
        className="space-y-6"
      >
        {refused.length > 0 && (
          <Notice tone="bad" title={t('corrections', { count: refused.length })}>
            <p>{t('correctionsText')}</p>
          </Notice>
        )}
        {children}
        <div className="flex flex-wrap justify-between gap-3 border-rule border-t pt-4">
          {before ? (
            <Button variant="ghost" onClick={() => go(before)}>
              {t('previous')}
            </Button>
          ) : (
            <span />
          )}
          <Button variant="primary" type="submit" busy={busy}>
            {submitLabel ?? (fromReview ? t('toReview') : t('next'))}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
