import { useState } from 'react'
import type { SCAFactor } from '#contract/authentication-factors'
import { Button } from '@/components/ui/button'
import { brand } from '@/lib/brand'
import { t } from '../text'
import { FactorRow, standingOf } from './factor-row'
import { UnlinkDialog } from './unlink-dialog'

/** A phone that knows its owner. Only its own app can set it up; here it can be taken away. */
export function BiometricFactor({ status }: { status: SCAFactor['status'] | undefined }) {
  const [unlinking, setUnlinking] = useState(false)
  return (
    <FactorRow
      title={t('BIOMETRIC.title')}
      text={t('BIOMETRIC.text', { name: brand().legalName ?? brand().name })}
      status={status}
      standing={standingOf('BIOMETRIC', status)}
      actions={
        status && (
          <>
            <Button onClick={() => setUnlinking(true)}>{t('unlink.BIOMETRIC')}</Button>
            {unlinking && <UnlinkDialog channel="BIOMETRIC" onClose={() => setUnlinking(false)} />}
          </>
        )
      }
    />
  )
}
