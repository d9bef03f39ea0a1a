import type { ReactNode } from 'react'
import { StepForm } from '../components/step-form'
import type { Refusal } from './refusals'
import { t } from './text'

export type FieldStepProps = {
  complaints: Refusal['complaints']
  onNext: () => void
  back: { label: string; onBack: () => void }
}

/** A step of fields, with the words that all of them share. */
export function FieldStep({
  label,
  lead,
  children,
  ...given
}: FieldStepProps & { label: string; lead: string; children: ReactNode }) {
  return (
    <StepForm
      label={label}
      nextLabel={t('next')}
      complaintsTitle={t('corrections', { count: given.complaints.length })}
      complaintsText={t('correctionsText')}
      {...given}
    >
      <p className="text-ink-soft">{lead}</p>
      {children}
    </StepForm>
  )
}
