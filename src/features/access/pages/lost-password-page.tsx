import { useEffect } from 'react'
import type { EntryOutcome } from '#contract/console/entry'
import { EntryFrame } from '@/components/layout/entry-frame'
import { Button } from '@/components/ui/button'
import { pageTitle } from '@/lib/brand'
import { CodeOnItsWay } from '../components/code-on-its-way'
import { LostAddress } from '../components/lost-address'
import { LostCode } from '../components/lost-code'
import { t } from '../lost-text'

type Props = {
  step: 'address' | 'code'
  onStep: (step: 'address' | 'code') => void
  onOutcome: (outcome: EntryOutcome) => void
  onBack: () => void
}

/** A password that was lost: first the address, then the code that was sent to it with the new password. */
export function LostPasswordPage({ step, onStep, onOutcome, onBack }: Props) {
  useEffect(() => {
    document.title = pageTitle(t('title'))
  }, [])
  return (
    <EntryFrame title={t('title')} lead={t(`${step}.lead`)}>
      {step === 'address' ? (
        <LostAddress onSent={() => onStep('code')} />
      ) : (
        <div className="grid gap-5">
          <CodeOnItsWay onOtherAddress={() => onStep('address')} />
          <LostCode onOutcome={onOutcome} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-x-5 gap-y-2">
        {step === 'address' && (
          <Button variant="link" size="sm" onClick={() => onStep('code')}>
            {t('haveCode')}
          </Button>
        )}
        <Button variant="link" size="sm" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </EntryFrame>
  )
}
