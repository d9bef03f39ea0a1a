import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { IdentityId } from '#contract/common'
import { consumerKycStart } from '#contract/consumers'
import { corporateKybStart } from '#contract/corporates'
import { useAccess } from '@/api/access'
import { announce } from '@/components/feedback/announce'
import { Notice } from '@/components/feedback/notice'
import { GatedButton } from '@/components/form/gated-button'
import { buttonClass } from '@/components/ui/button'
import { mayGoOn, type Outcome } from '@/lib/due-diligence'
import { faceOf } from '@/lib/faces'
import { words } from '../text'
import type { RootUser } from '../use-standing'
import { Findings } from './findings'
import { toneOf, useOutcomeWords } from './outcome-words'
import { Support } from './support'

type Props = {
  type: IdentityId['type']
  outcome: Outcome
  root: RootUser
  isRoot: boolean
  /** The screens were just closed before anything was submitted. */
  wasClosed: boolean
  onOpen: () => void
}

/** How the check stands, and what the person can do about it. A change while somebody looks is said aloud too. */
export function CheckOutcome({ type, outcome, root, isRoot, wasClosed, onOpen }: Props) {
  const t = words.to(faceOf(type))
  const { whyNot } = useAccess()
  const said = useOutcomeWords(type, outcome)
  const shown = useRef(outcome)
  useEffect(() => {
    if (shown.current === outcome) return
    shown.current = outcome
    announce(`${said.title}. ${said.text}`)
  }, [outcome, said])
  const start = type === 'CORPORATE' ? corporateKybStart : consumerKycStart
  const name = `${root.name} ${root.surname}`
  return (
    <div className="grid gap-5">
      <Notice
        tone={toneOf(outcome)}
        title={said.title}
        actions={
          mayGoOn(outcome) ? (
            <>
              <GatedButton variant="primary" reason={whyNot(start.permission)} onClick={onOpen}>
                {outcome === 'start' ? t('start') : t('goOn')}
              </GatedButton>
              <Link to="/" className={buttonClass({ variant: 'secondary' })}>
                {t('toConsole')}
              </Link>
            </>
          ) : (
            <Link to="/" className={buttonClass({ variant: outcome === 'approved' ? 'primary' : 'secondary' })}>
              {t('toConsole')}
            </Link>
          )
        }
      >
        <p>{said.text}</p>
        {wasClosed && mayGoOn(outcome) && <p className="mt-2">{t('closedScreens')}</p>}
        {!isRoot && !root.emailVerified && <p className="mt-2">{t('notYoursEmail', { name, email: root.email })}</p>}
        {!isRoot && !root.mobileNumberVerified && <p className="mt-2">{t('notYoursMobile', { name })}</p>}
        {(outcome === 'rejected' || outcome === 'again-rejected') && <Support />}
      </Notice>
      {outcome !== 'start' && outcome !== 'approved' && outcome !== 'review' && outcome !== 'again-review' && (
        <Findings type={type} outcome={outcome} />
      )}
    </div>
  )
}
