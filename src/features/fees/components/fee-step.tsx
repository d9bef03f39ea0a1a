import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { formatMoney } from '@/lib/money'
import { pageConfig } from '@/lib/page-config'
import type { Source } from '../sources'
import type { ChargeDraft } from '../steps'
import { feeName, t } from '../text'

type Props = {
  draft: ChargeDraft
  sources: readonly Source[]
  onDraft: (draft: ChargeDraft) => void
  onNext: () => void
}

/** Which fee, and from where. The API lists no fees: the configuration may, otherwise the name is written. */
export function FeeStep({ draft, sources, onDraft, onNext }: Props) {
  const form = useForm<ChargeDraft>({ defaultValues: draft })
  const { feeTypes } = pageConfig()
  // What is chosen is kept as it is chosen, so that a reload loses nothing.
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => onDraft({ ...values }) }),
    [form, onDraft],
  )
  return (
    <FormProvider {...form}>
      <form noValidate aria-label={t('step_fee')} onSubmit={form.handleSubmit(onNext)} className="space-y-6">
        {feeTypes.length > 0 ? (
          <Field name="feeType" label={t('feeField')} required validate={needed(t('feeMissing'))}>
            {(control) => (
              <Select {...control}>
                <option value="">{t('choose')}</option>
                {feeTypes.map((name) => (
                  <option key={name} value={name}>
                    {feeName(name)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <TextField
            name="feeType"
            label={t('feeTyped')}
            hint={t('feeHint')}
            validate={needed(t('feeUntyped'))}
            autoComplete="off"
            maxLength={100}
            required
          />
        )}
        <Field name="source" label={t('source')} required validate={needed(t('sourceMissing'))}>
          {(control) => (
            <Select {...control}>
              <option value="">{t('choose')}</option>
              {sources.map(({ id, name, currency, available }) => (
                <option key={id} value={id}>
                  {t('sourceOption', { name, available: formatMoney({ currency, amount: available }) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            {t('next')}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}

const needed = (sentence: string) => (value: unknown) => (String(value ?? '').trim() === '' ? sentence : undefined)
