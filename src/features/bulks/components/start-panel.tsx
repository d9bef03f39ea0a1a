import { useState } from 'react'
import { type BulkProcessMode, bulkIdExecute } from '#contract/bulks'
import { useAccess } from '@/api/access'
import { GatedButton } from '@/components/form/gated-button'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { BulkKind } from '../kinds'
import { t } from '../text'

type Props = { kind: BulkKind; total: number; busy: boolean; onStart: (mode: BulkProcessMode) => void }

/** What a failure does to the rest, in the figures of this bulk, and the button that starts it. */
export function StartPanel({ kind, total, busy, onStart }: Props) {
  const { whyNot } = useAccess()
  const [mode, setMode] = useState<BulkProcessMode>('ON_FAILURE_CONTINUE')
  const rest = Math.max(0, total - 3)
  return (
    <section aria-labelledby="start-title" className="mb-6 max-w-2xl">
      <h2 id="start-title" className="font-medium text-lead">
        {t('startTitle')}
      </h2>
      <RadioGroup
        legend={t('startText')}
        name="mode"
        value={mode}
        onValueChange={(value) => setMode(value === 'ON_FAILURE_STOP' ? 'ON_FAILURE_STOP' : 'ON_FAILURE_CONTINUE')}
        className="mt-1"
      >
        <RadioItem value="ON_FAILURE_CONTINUE" label={t('modeContinue')} hint={t('modeContinueText', { kind })} />
        <RadioItem
          value="ON_FAILURE_STOP"
          label={t('modeStop')}
          hint={total > 3 ? t('modeStopText', { kind, rest }) : t('modeStopFew')}
        />
      </RadioGroup>
      <GatedButton
        variant="primary"
        className="mt-5"
        busy={busy}
        reason={whyNot(bulkIdExecute.permission)}
        onClick={() => onStart(mode)}
      >
        {t('execute', { kind, total })}
      </GatedButton>
    </section>
  )
}
