import { useWatch } from 'react-hook-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { t } from './text'
import type { Choice } from './words'

/** Where the money comes from; another source is said in words. */
export function SourceFields({ choices, stated }: { choices: readonly Choice[]; stated: boolean }) {
  const source: unknown = useWatch({ name: 'sourceOfFunds' })
  return (
    <>
      <SelectField
        name="sourceOfFunds"
        label={t('source')}
        options={choices}
        required={stated}
        {...(!stated && { placeholder: t('choose') })}
      />
      {source === 'OTHER' && (
        <TextField name="sourceOfFundsOther" label={t('sourceOther')} maxLength={100} autoComplete="off" />
      )}
    </>
  )
}
