import { useEffect, useRef, useState } from 'react'
import type { SCAFactor } from '#contract/authentication-factors'
import { announce } from '@/components/feedback/announce'
import { Notice } from '@/components/feedback/notice'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { Button } from '@/components/ui/button'
import { linkSentences } from '../messages'
import { useLinkApp } from '../mutations'
import { t } from '../text'
import { FactorRow, standingOf } from './factor-row'
import { UnlinkDialog } from './unlink-dialog'

type Status = SCAFactor['status'] | undefined

/** The authenticator app: asked here, answered on the phone, heard of by the live stream. */
export function AppFactor({ status }: { status: Status }) {
  const link = useLinkApp()
  const [unlinking, setUnlinking] = useState(false)
  useOutcome(status)
  const ask = () => {
    if (!link.isPending) link.mutate()
  }
  const waiting = status === 'PENDING_VERIFICATION'
  return (
    <FactorRow
      title={t('AUTHY.title')}
      text={t('AUTHY.text')}
      status={status}
      standing={standingOf('AUTHY', status)}
      actions={
        <>
          {status !== 'ACTIVE' && (
            <Button busy={link.isPending} onClick={ask}>
              {t(status === undefined ? 'AUTHY.link' : 'AUTHY.again')}
            </Button>
          )}
          {status === 'ACTIVE' && <Button onClick={() => setUnlinking(true)}>{t('unlink.AUTHY')}</Button>}
          {waiting && (
            <Button variant="ghost" onClick={() => setUnlinking(true)}>
              {t('unlink.AUTHY.stop')}
            </Button>
          )}
          {unlinking && <UnlinkDialog channel="AUTHY" onClose={() => setUnlinking(false)} />}
        </>
      }
    >
      {link.error ? (
        <FormFailure error={link.error} rest={[]} sentences={linkSentences()} onCheckAgain={ask} />
      ) : (
        waiting && <Notice tone="wait" title={t('AUTHY.waiting')} />
      )}
    </FactorRow>
  )
}

/** Says what the phone answered, once, to whoever was waiting for it. */
function useOutcome(status: Status): void {
  const before = useRef(status)
  useEffect(() => {
    const waited = before.current === 'PENDING_VERIFICATION'
    before.current = status
    if (!waited) return
    if (status === 'ACTIVE') toast.success(t('AUTHY.linked'))
    if (status === 'INACTIVE') announce(t('AUTHY.declined'))
  }, [status])
}
