import { useId } from 'react'
import { useController } from 'react-hook-form'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { CorporateDraft } from './draft'
import { t } from './text'

const positions = ['DIRECTOR', 'AUTHORISED_REPRESENTATIVE'] as const

/** Director or representative, and what the difference is. */
export function PositionField() {
  const id = useId()
  const { field, fieldState } = useController<CorporateDraft, 'rootUser.companyPosition'>({
    name: 'rootUser.companyPosition',
  })
  const error = fieldState.error?.message
  return (
    <div>
      <RadioGroup
        legend={t('companyPosition')}
        name={field.name}
        value={field.value}
        onValueChange={field.onChange}
        invalid={error !== undefined}
        aria-describedby={error ? id : undefined}
      >
        {positions.map((value) => (
          <RadioItem key={value} value={value} label={t(value)} hint={t(`${value}_hint`)} />
        ))}
      </RadioGroup>
      {error && (
        <p id={id} className="mt-1.5 text-bad text-small">
          {error}
        </p>
      )}
    </div>
  )
}
