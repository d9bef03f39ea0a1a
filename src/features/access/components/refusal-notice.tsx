import type { ReactNode } from 'react'
import { Notice } from '@/components/feedback/notice'
import { refusalOf } from '../refusal'
import { t } from '../refusal-text'
import { OpensIn } from './opens-in'

/** Why nobody was signed in. Loaded while the person types: most never need it. */
export function refusalNotice(error: unknown): ReactNode {
  const { text, opensAt } = refusalOf(error)
  return (
    <>
      <Notice tone="bad" title={t('refused.title')}>
        {text}
      </Notice>
      {opensAt !== undefined && <OpensIn at={opensAt} />}
    </>
  )
}
