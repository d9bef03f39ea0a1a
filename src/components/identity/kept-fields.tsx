import { useContext } from 'react'
import type { Corporate } from '#contract/corporates'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { FaceContext } from '@/lib/faces'
import { pageConfig } from '@/lib/page-config'
import { t as texts } from './text'
import { tagProblem } from './typed'

type Props = { identity: Partial<Pick<Corporate, 'feeGroup' | 'tag'>> & { baseCurrency?: string | undefined } }

/** How the identity is kept: what can change at any time. The prices of a person are not theirs to choose by name. */
export function KeptFields({ identity: { baseCurrency, tag } }: Props) {
  const face = useContext(FaceContext) ?? 'company'
  const t = texts.to(face)
  const offered = pageConfig().currencies
  const currencies = baseCurrency && !offered.includes(baseCurrency) ? [baseCurrency, ...offered] : offered
  return (
    <div className="space-y-6">
      <SelectField
        name="baseCurrency"
        label={t('currency')}
        options={currencies.map((value) => ({ value, label: value }))}
        required={baseCurrency !== undefined}
        {...(!baseCurrency && { placeholder: t('choose') })}
      />
      {face === 'company' && (
        <TextField name="feeGroup" label={t('feeGroup')} hint={t('feeGroupHint')} maxLength={50} autoComplete="off" />
      )}
      <TextField
        name="tag"
        label={t('tag')}
        required={tag !== undefined}
        hint={t('tagHint')}
        validate={tagProblem(tag)}
        maxLength={50}
        autoComplete="off"
      />
    </div>
  )
}
