import { useWatch } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { TextField } from '@/components/form/text-field'
import { type Choice, consumerSourceWords, occupationWords } from '@/components/identity/words'
import { Select } from '@/components/ui/select'
import type { ConsumerDraft } from './draft'
import { FieldStep, type FieldStepProps } from './field-step'
import { t } from './text'

/** What the person does, and where their money comes from. */
export function MoneyStep(props: FieldStepProps) {
  const source = useWatch<ConsumerDraft, 'sourceOfFunds'>({ name: 'sourceOfFunds' })
  return (
    <FieldStep label={t('step_money')} lead={t('moneyLead')} {...props}>
      <Chosen
        name="rootUser.occupation"
        label={t('occupation')}
        missing={t('occupation_EMPTY')}
        choices={occupationWords.choices()}
      />
      <Chosen
        name="sourceOfFunds"
        label={t('sourceOfFunds')}
        missing={t('sourceOfFunds_EMPTY')}
        choices={consumerSourceWords.choices()}
      />
      {source === 'OTHER' && (
        <TextField
          name="sourceOfFundsOther"
          label={t('sourceOfFundsOther')}
          required
          validate={(typed) => (String(typed).trim() ? undefined : t('sourceOfFundsOther_EMPTY'))}
        />
      )}
    </FieldStep>
  )
}

type ChosenProps = { name: string; label: string; missing: string; choices: readonly Choice[] }

function Chosen({ name, label, missing, choices }: ChosenProps) {
  return (
    <Field name={name} label={label} required validate={(value) => (value ? undefined : missing)}>
      {(control) => (
        <Select {...control}>
          <option value="">{t('choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
