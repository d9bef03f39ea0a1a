import { consumerKycStart } from '#contract/consumers'
import { corporateKybStart } from '#contract/corporates'
import type { SessionView } from '#contract/session'
import { readAccess } from '@/api/access'
import { mayGoOn } from '@/lib/due-diligence'
import type { NextAction } from './next-action'
import type { words } from './text'

type Looker = {
  session: SessionView
  root: { name: string; surname: string; email: string }
  /** Whether it is whoever registered who looks. */
  isRoot: boolean
}
/** `action` names the link to where it is done; without one the person who looks cannot do it. */
type Said = { title: string; text: string; action?: string }

/** What the banner says of the next action to whoever looks: who cannot take it is told who can. */
export function saidOf(next: NextAction, { session, root, isRoot }: Looker, t: ReturnType<typeof words.to>): Said {
  const name = `${root.name} ${root.surname}`
  if (next === 'email') {
    const title = t('email', { email: root.email })
    return isRoot
      ? { title, text: t('emailText'), action: t('emailDo') }
      : { title, text: `${t('emailText')} ${t('emailOther', { name })}` }
  }
  if (next === 'mobile')
    return isRoot
      ? { title: t('mobile'), text: t('mobileText'), action: t('mobileDo') }
      : { title: t('mobileOther', { name }), text: t('mobileOtherText') }
  const title = t(next)
  const text = t(`${next}Text`)
  const start = session.identity.id.type === 'CORPORATE' ? corporateKybStart : consumerKycStart
  if (!mayGoOn(next) || readAccess(session.access).may(start.permission)) return { title, text, action: t(`${next}Do`) }
  return { title, text: `${text} ${t('whoCan')}` }
}
